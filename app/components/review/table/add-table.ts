import { createTable } from "@tiptap/extension-table";
import { TextSelection, type EditorState, type Transaction } from "@tiptap/pm/state";

/**
 * Puts a table of `size` by `size` cells behind the block (paragraph, whole list, whole quotation) in which the selection
 * ends, so that no sentence is cut in two; a paragraph without words gives way to it. The caret goes into the first cell,
 * and a paragraph comes behind the table where nothing follows, to go on writing in.
 */
export function addTable(state: EditorState, size: number): Transaction {
  const { tr, schema } = state;
  const { $to } = state.selection;
  const block = $to.depth > 0 ? $to.node(1) : null;
  const behind = block ? $to.after(1) : $to.pos;
  const isEmpty = block?.isTextblock === true && block.content.size === 0;
  const at = isEmpty ? $to.before(1) : behind;
  const table = createTable(schema, size, size, true);
  tr.replaceWith(at, behind, table);
  const end = at + table.nodeSize;
  const paragraph = schema.nodes["paragraph"];
  if (paragraph && !tr.doc.resolve(end).nodeAfter) tr.insert(end, paragraph.create());
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
}

import { getSchema, type JSONContent } from "@tiptap/core";
import { EditorState, NodeSelection, Selection, TextSelection } from "@tiptap/pm/state";
import { StarterKit } from "@tiptap/starter-kit";
import { describe, expect, it } from "vitest";

import { addTable } from "~/components/review/table/add-table";
import { tableNodes } from "~/components/review/table/table-nodes";

const schema = getSchema([StarterKit, ...tableNodes]);
const paragraph = (text = ""): JSONContent => ({
  type: "paragraph",
  ...(text && { content: [{ type: "text", text }] }),
});
const item = (text: string): JSONContent => ({ type: "listItem", content: [paragraph(text)] });

/** The text's blocks after a table was added with the caret behind `words`. */
function added(content: JSONContent[], words: string | null) {
  const doc = schema.nodeFromJSON({ type: "doc", content });
  let selection = Selection.atStart(doc);
  doc.descendants((node, pos) => {
    const found = words === null ? -1 : (node.text?.indexOf(words) ?? -1);
    if (words && found >= 0) {
      selection = TextSelection.create(doc, pos + found + words.length);
    }
  });
  const state = EditorState.create({ doc, selection });
  const next = state.apply(addTable(state, 2));
  next.doc.check();
  const blocks: string[] = [];
  next.doc.forEach((node) => blocks.push(`${node.type.name}:${node.textContent}`));
  return { blocks, next };
}

describe("a table", () => {
  it("comes behind the paragraph in which the caret is, which stays whole", () => {
    const { blocks } = added([paragraph("The council voted."), paragraph("Then it left.")], "coun");
    expect(blocks).toEqual(["paragraph:The council voted.", "table:", "paragraph:Then it left."]);
  });

  it("comes behind a whole list or quotation", () => {
    const list = { type: "bulletList", content: [item("first"), item("second")] };
    const quotation = { type: "blockquote", content: [paragraph("one"), paragraph("two")] };
    expect(added([list, paragraph("after")], "fir").blocks).toEqual([
      "bulletList:firstsecond",
      "table:",
      "paragraph:after",
    ]);
    expect(added([quotation, paragraph("after")], "on").blocks).toEqual([
      "blockquote:onetwo",
      "table:",
      "paragraph:after",
    ]);
  });

  it("takes the place of a paragraph without words", () => {
    const { blocks } = added([paragraph(), paragraph("after")], null);
    expect(blocks).toEqual(["table:", "paragraph:after"]);
  });

  it("has a paragraph behind it where nothing follows", () => {
    expect(added([paragraph("The council voted.")], "voted.").blocks).toEqual([
      "paragraph:The council voted.",
      "table:",
      "paragraph:",
    ]);
  });

  it("has the caret in its first cell, which is a heading", () => {
    const { $from, empty } = added([paragraph("The council voted.")], "The").next.selection;
    expect(empty).toBe(true);
    expect($from.node(-1).type.name).toBe("tableHeader");
    expect([$from.index(1), $from.index(2)]).toEqual([0, 0]);
  });

  it("comes behind a block that is selected as a whole", () => {
    const doc = schema.nodeFromJSON({
      type: "doc",
      content: [{ type: "horizontalRule" }, paragraph("after")],
    });
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 0) });
    const names: string[] = [];
    state.apply(addTable(state, 2)).doc.forEach((node) => names.push(node.type.name));
    expect(names).toEqual(["horizontalRule", "table", "paragraph"]);
  });
});

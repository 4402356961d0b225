import type { ChainedCommands, Editor } from "@tiptap/core";
import { findTable, rowIsHeader, columnIsHeader, TableMap } from "@tiptap/pm/tables";

/** What can be done to the table in which the caret is. */
export interface TableTool {
  label: string;
  isOn?: (editor: Editor) => boolean;
  run: (chain: ChainedCommands) => ChainedCommands;
}

export const tableTools: readonly TableTool[] = [
  { label: "Row above", run: (chain) => chain.addRowBefore() },
  { label: "Row below", run: (chain) => chain.addRowAfter() },
  { label: "Column before", run: (chain) => chain.addColumnBefore() },
  { label: "Column after", run: (chain) => chain.addColumnAfter() },
  { label: "Delete row", run: (chain) => chain.deleteRow() },
  { label: "Delete column", run: (chain) => chain.deleteColumn() },
  {
    label: "Header row",
    isOn: (editor) => hasHeader(editor, rowIsHeader),
    run: (chain) => chain.toggleHeaderRow(),
  },
  {
    label: "Header column",
    isOn: (editor) => hasHeader(editor, columnIsHeader),
    run: (chain) => chain.toggleHeaderColumn(),
  },
  { label: "Delete table", run: (chain) => chain.deleteTable() },
];

export const isInTable = (editor: Editor): boolean => editor.isActive("table");

function hasHeader({ state }: Editor, asked: typeof rowIsHeader): boolean {
  const table = findTable(state.selection.$from);
  return table ? asked(TableMap.get(table.node), table.node, 0) : false;
}

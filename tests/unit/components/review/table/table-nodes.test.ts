import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { tableEditing } from "@tiptap/pm/tables";
import { StarterKit } from "@tiptap/starter-kit";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";

import { onlyAfterOwnEdits, tableNodes } from "~/components/review/table/table-nodes";

const schema = getSchema([StarterKit, ...tableNodes]);
const cell = (text: string) => ({
  type: "tableCell",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const doc = (...rows: string[][]) =>
  schema.nodeFromJSON({
    type: "doc",
    content: [
      { type: "table", content: rows.map((row) => ({ type: "tableRow", content: row.map(cell) })) },
    ],
  });
const widths = (node: Node) => {
  const found: number[] = [];
  node.firstChild?.forEach((row) => found.push(row.childCount));
  return found;
};

describe("the nodes of a table", () => {
  it("keep nothing but what the server lets in", () => {
    const names = ["table", "tableRow", "tableCell", "tableHeader"];
    const kept = names.map((name) => Object.keys(schema.nodes[name]?.spec.attrs ?? {}));
    expect(kept).toEqual([
      [],
      [],
      ["colspan", "rowspan", "colwidth"],
      ["colspan", "rowspan", "colwidth"],
    ]);
    expect(doc(["a"]).firstChild?.firstChild?.firstChild?.attrs).toEqual({
      colspan: 1,
      rowspan: 1,
      colwidth: null,
    });
  });

  it("have paragraphs in their cells and nothing else", () => {
    const { tableCell, bulletList, heading, table, paragraph } = schema.nodes;
    const match = tableCell?.contentMatch;
    expect(paragraph && match?.matchType(paragraph)).not.toBeNull();
    for (const other of [bulletList, heading, table]) {
      expect(other && match?.matchType(other)).toBeNull();
    }
  });
});

describe("rows of different lengths", () => {
  const state = EditorState.create({
    doc: doc(["a", "b"], ["c", "d"]),
    plugins: [onlyAfterOwnEdits(tableEditing())],
  });
  /** Takes the last cell of the first row out. */
  const shorten = () => {
    const row = state.doc.firstChild?.firstChild;
    const last = row?.lastChild;
    const end = 2 + (row?.content.size ?? 0);
    return state.tr.delete(end - (last?.nodeSize ?? 0), end);
  };

  it("that others left are not mended before one writes there oneself", () => {
    const theirs = shorten().setMeta(ySyncPluginKey, { isChangeOrigin: true });
    const seen = state.applyTransaction(theirs).state;
    expect(widths(seen.doc)).toEqual([1, 2]);
    expect(widths(seen.apply(seen.tr.insertText("x", 4)).doc)).toEqual([2, 2]);
  });

  it("that one leaves oneself are mended at once", () => {
    expect(widths(state.applyTransaction(shorten()).state.doc)).toEqual([2, 2]);
  });
});

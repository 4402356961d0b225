import type { Attributes, Extensions } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { z } from "zod";

import { evenPastedTables } from "./pasted-tables";

/** The library asks for spans and widths; here no cell has any, whatever is pasted. */
const oneCell: Attributes = {
  colspan: { default: 1, parseHTML: () => 1, rendered: false },
  rowspan: { default: 1, parseHTML: () => 1, rendered: false },
  colwidth: { default: null, parseHTML: () => null, rendered: false },
};

const syncNews = z.object({ isChangeOrigin: z.boolean() });
const isFromOthers = (tr: Transaction): boolean =>
  syncNews.safeParse(tr.getMeta(ySyncPluginKey)).data?.isChangeOrigin === true;

/**
 * The library fills up rows that are too short. Never in answer to what others wrote: their page does the same, each then
 * finds a cell too many, and two pages that mend each other's mending do not come to an end.
 */
export function onlyAfterOwnEdits(plugin: Plugin): Plugin {
  const { appendTransaction } = plugin.spec;
  if (!appendTransaction) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction: (transactions, before, state) =>
      transactions.some(isFromOthers)
        ? null
        : appendTransaction.call(plugin, transactions, before, state),
  });
}

const ScrollingTable = Table.extend({
  renderHTML: () => ["div", { class: "table-scroll" }, ["table", ["tbody", 0]]],

  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      // At the last cell and the first the key goes on through the page, so that nobody is caught in a table.
      Tab: ({ editor }) => editor.commands.goToNextCell(),
      "Shift-Tab": ({ editor }) => editor.commands.goToPreviousCell(),
    };
  },

  addProseMirrorPlugins() {
    const clean = new Plugin({
      props: {
        transformPastedHTML: (html) =>
          evenPastedTables(html, (text) => new DOMParser().parseFromString(text, "text/html")),
      },
    });
    return [...(this.parent?.() ?? []).map(onlyAfterOwnEdits), clean];
  },
});

/** Tables whose cells hold paragraphs and nothing else. */
export const tableNodes: Extensions = [
  ScrollingTable.configure({ View: null }),
  TableRow,
  TableHeader.extend({ content: "paragraph+", addAttributes: () => oneCell }),
  TableCell.extend({ content: "paragraph+", addAttributes: () => oneCell }),
];

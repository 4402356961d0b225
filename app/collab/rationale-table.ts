import * as Y from "yjs";

import type { Paragraph, RichText, RichTextBlock, TableCell } from "~/domain/verdict/rich-text";

import { mergedRuns } from "./rationale-runs";

const blankCell = (isHeader: boolean): TableCell => ({
  ...(isHeader ? { header: true as const } : {}),
  blocks: [{ type: "paragraph", runs: [] }],
});

/** A cell with these blocks. Their words stay; what a cell cannot hold becomes paragraphs. */
export function readCell(isHeader: boolean, blocks: RichText): TableCell {
  const inner = paragraphsOf(blocks);
  return inner.length > 0 ? { ...blankCell(isHeader), blocks: inner } : blankCell(isHeader);
}

function paragraphsOf(blocks: RichText): Paragraph[] {
  return blocks.flatMap((block: RichTextBlock): Paragraph[] => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return [{ type: "paragraph", runs: block.runs }];
      case "quote":
        return paragraphsOf(block.blocks);
      case "list":
        return block.items.flatMap(paragraphsOf);
      case "table":
        return block.rows.flat().flatMap((cell) => cell.blocks);
    }
  });
}

/**
 * The rows of a table, filled up to the length of the longest. They differ after two people have changed the columns
 * without knowing of each other. A table without cells has no rows.
 */
export function evenRows(rows: readonly (readonly TableCell[])[]): TableCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  return rows.map((row) => {
    const isHeading = row.length > 0 && row.every(({ header }) => header);
    const cells = row.map(({ header, blocks }) =>
      readCell(
        header === true,
        blocks.map((block) => ({ ...block, runs: mergedRuns(block.runs) })),
      ),
    );
    return [...cells, ...Array.from({ length: width - row.length }, () => blankCell(isHeading))];
  });
}

/** A table as the editor keeps it. */
export function writeTable(
  rows: readonly (readonly TableCell[])[],
  toElement: (block: RichTextBlock) => Y.XmlElement,
): Y.XmlElement {
  const table = new Y.XmlElement("table");
  table.insert(
    0,
    rows.map((cells) => {
      const row = new Y.XmlElement("tableRow");
      row.insert(
        0,
        cells.map(({ header, blocks }) => {
          const cell = new Y.XmlElement<{ colspan: number; rowspan: number }>(
            header ? "tableHeader" : "tableCell",
          );
          // The editor asks for both, and keeps them with each cell.
          cell.setAttribute("colspan", 1);
          cell.setAttribute("rowspan", 1);
          cell.insert(0, blocks.map(toElement));
          return cell as Y.XmlElement;
        }),
      );
      return row;
    }),
  );
  return table;
}

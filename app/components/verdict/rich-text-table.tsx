import clsx from "clsx";
import type { ReactNode } from "react";

import type { Paragraph, TableCell } from "~/domain/verdict/rich-text";

export interface RichTextTableProps {
  rows: readonly (readonly TableCell[])[];
  drawCell: (blocks: Paragraph[]) => ReactNode;
}

/** A table of a rationale. One that is wider than the page scrolls within itself, by keyboard too. */
export function RichTextTable({ rows, drawCell }: RichTextTableProps) {
  const [first = [], ...rest] = rows;
  const hasHead = first.length > 0 && first.every(({ header }) => header);
  const draw = (row: readonly TableCell[], index: number) => (
    <tr key={index}>
      {row.map(({ header, blocks }, column) => (
        <Cell key={column} scope={header ? scopeOf(column, hasHead && index === 0) : undefined}>
          {drawCell(blocks)}
        </Cell>
      ))}
    </tr>
  );
  return (
    <div
      role="group"
      aria-label={`Table with ${rows.length === 1 ? "1 row" : `${rows.length} rows`}`}
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="rationale-table">
        {hasHead ? <thead>{draw(first, 0)}</thead> : null}
        <tbody>
          {hasHead
            ? rest.map((row, index) => draw(row, index + 1))
            : rows.map((row, index) => draw(row, index))}
        </tbody>
      </table>
    </div>
  );
}

/** What a heading cell is the heading of. */
const scopeOf = (column: number, isHead: boolean): "col" | "row" =>
  isHead || column > 0 ? "col" : "row";

function Cell({ scope, children }: { scope: "col" | "row" | undefined; children: ReactNode }) {
  const look = clsx("flex flex-col gap-2", scope && "font-semibold");
  return scope ? (
    <th scope={scope}>
      <div className={look}>{children}</div>
    </th>
  ) : (
    <td>
      <div className={look}>{children}</div>
    </td>
  );
}

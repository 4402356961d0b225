import { stringify } from "csv-stringify/sync";

import type { Ports } from "~/commands/ports";
import { claimTypeLabel } from "~/domain/claim/claim";
import type { ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { PageMark } from "~/domain/page-mark";
import { stateLabel } from "~/domain/review/workflow";

/** Claims read at once. */
const pageSize = 500;

const columns: readonly (readonly [heading: string, value: (item: ClaimItem) => string])[] = [
  ["Claim", (item) => item.id],
  ["State", (item) => stateLabel[item.state]],
  ["Statement", (item) => item.statement],
  ["Quote", (item) => item.quote],
  ["Claimant", (item) => item.claimant ?? ""],
  ["Type", (item) => claimTypeLabel[item.type]],
  ["Topics", (item) => item.topics.map(({ name }) => name).join("; ")],
  ["Check-worthiness", (item) => item.checkWorthiness.toFixed(2)],
  ["Priority", (item) => item.priority],
  ["Article", (item) => item.articleTitle],
  ["Outlet", (item) => item.outlet ?? ""],
  ["Lead reviewer", (item) => item.leadName ?? ""],
  ["Second reviewer", (item) => item.secondName ?? ""],
  ["Due on", (item) => item.dueOn ?? ""],
  ["Created", (item) => item.createdAt],
  ["Changed", (item) => item.updatedAt],
];

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it: articles are written by strangers. */
const written = (rows: string[][]): string =>
  stringify(rows, { escape_formulas: true, record_delimiter: "windows" });

export const csvHead = (): string =>
  `\uFEFF${written([[...columns.map(([heading]) => heading), "Help needed"]])}`;

/** @param asking the claims whose writers wait for a colleague's answer. */
export const csvRows = (items: readonly ClaimItem[], asking: readonly string[]): string =>
  written(
    items.map((item) => [
      ...columns.map(([, value]) => value(item)),
      asking.includes(item.id) ? "yes" : "",
    ]),
  );

/** All claims of a filter as CSV, read page by page as fast as somebody takes them. */
export function csvOfClaims(
  { claimList }: Pick<Ports, "claimList">,
  filter: ClaimFilter,
  today: string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after: PageMark | null = null;
  let isBegun = false;
  return new ReadableStream({
    async pull(controller) {
      const page = await claimList.page(filter, today, { after, size: pageSize });
      const { asking } = await claimList.marks(page.rows.map(({ id }) => id));
      const text = (isBegun ? "" : csvHead()) + csvRows(page.rows, asking);
      isBegun = true;
      after = page.next;
      controller.enqueue(encoder.encode(text));
      if (after === null) controller.close();
    },
  });
}

import { BarTable } from "~/components/insights/bar-table";
import { groups, inGroup, type Tally } from "~/domain/report/statistics/tally";

export interface BalanceTableProps {
  caption: string;
  /** The head of the column of names. */
  head: string;
  rows: readonly Tally[];
}

/** Verdicts under each name, and how many of them lie on which side. */
export function BalanceTable({ caption, head, rows }: BalanceTableProps) {
  if (rows.length === 0) return <p className="text-muted">{`${head}: none so far.`}</p>;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <BarTable
        caption={caption}
        columns={[head, "Verdicts", ...groups.map(({ label }) => label)]}
        bars={rows.map((row) => ({
          ...{ key: row.name, label: row.name, value: row.total },
          cells: [
            row.total.toLocaleString("en"),
            ...groups.map(({ standings }) => inGroup(row, standings).toLocaleString("en")),
          ],
        }))}
      />
    </div>
  );
}

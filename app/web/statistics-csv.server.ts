import { stringify } from "csv-stringify/sync";

import { standingLabel, standings } from "~/domain/report/search/search-query";
import type { PublishedStatistics } from "~/domain/report/statistics/published-statistics";
import type { Tally } from "~/domain/report/statistics/tally";

const rowsOf = (by: string, tallies: readonly Tally[]): (string | number)[][] =>
  tallies.flatMap(({ name, of }) =>
    standings
      .filter((standing) => of[standing] > 0)
      .map((standing) => [by, name, standingLabel(standing), of[standing]]),
  );

/** One figure a line: by what it is counted, under which name, of which rating, and how many. No cell is a formula. */
export function csvOfStatistics(statistics: PublishedStatistics): string {
  const rows = [
    ["By", "Name", "Rating", "Count"],
    ...statistics.ratings.map(({ standing, count }) => [
      "rating",
      "",
      standingLabel(standing),
      count,
    ]),
    ...rowsOf("month", statistics.months),
    ...rowsOf("topic", statistics.topics),
    ...rowsOf("kind of claimant", statistics.claimantTypes),
    ...rowsOf("claimant", statistics.claimants),
    ...rowsOf("outlet", statistics.outlets),
    ...Object.entries(statistics.corrections).map(([kind, count]) => [
      "what became",
      kind,
      "",
      count,
    ]),
  ];
  return `\uFEFF${stringify(rows, { escape_formulas: true, record_delimiter: "windows" })}`;
}

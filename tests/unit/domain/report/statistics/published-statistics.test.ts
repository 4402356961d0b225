import { expect, test } from "vitest";

import {
  publishedStatistics,
  type PublishedCounts,
} from "~/domain/report/statistics/published-statistics";
import { foremost, groups, inGroup, tallies } from "~/domain/report/statistics/tally";
import { csvOfStatistics } from "~/web/statistics-csv.server";

const counts: PublishedCounts = {
  reports: 2,
  claimants: [
    { name: null, outlet: "The Paper", standing: "true", count: 1 },
    { name: "Boris Johnson", outlet: "The Paper", standing: "false", count: 2 },
    { name: "Boris Johnson", outlet: "The Paper", standing: "retracted", count: 1 },
    { name: "Ministry of Health", outlet: null, standing: "unproven", count: 1 },
  ],
  topics: [{ name: "=Health", standing: "unproven", count: 1 }],
  outlets: [
    { name: "The Paper", standing: "true", count: 1 },
    { name: null, standing: "unproven", count: 1 },
  ],
  months: [
    { name: "2024-01", standing: "true", count: 1 },
    { name: "2024-02", standing: "false", count: 2 },
    { name: "2024-02", standing: "retracted", count: 1 },
    { name: "2024-02", standing: "unproven", count: 1 },
  ],
  corrections: [{ kind: "retracted", count: 1 }],
  corrected: 1,
};

test("verdicts are counted once by rating, kind of claimant, claimant, outlet and month", () => {
  const statistics = publishedStatistics(counts);
  expect(statistics.verdicts).toBe(5);
  expect(statistics.ratings.filter(({ count }) => count > 0)).toEqual([
    { standing: "true", count: 1 },
    { standing: "false", count: 2 },
    { standing: "unproven", count: 1 },
    { standing: "retracted", count: 1 },
  ]);
  expect(statistics.claimantTypes.map(({ name, total }) => [name, total])).toEqual([
    ["A person", 3],
    ["An organisation", 1],
    ["The outlet in its own voice", 1],
  ]);
  expect(statistics.claimants.map(({ name, total }) => [name, total])).toEqual([
    ["Boris Johnson", 3],
    ["Ministry of Health", 1],
  ]);
  expect(statistics.months.map(({ name }) => name)).toEqual(["2024-02", "2024-01"]);
  expect(statistics.outlets.map(({ name }) => name).toSorted()).toEqual(["Not named", "The Paper"]);
  expect(statistics.corrections).toEqual({
    ...{ being_corrected: 0, upheld: 0, corrected: 0, retracted: 1 },
  });
});

test("every standing lies in one group, so that the groups of a row add up to it", () => {
  for (const row of tallies(counts.months)) {
    expect(groups.reduce((sum, { standings }) => sum + inGroup(row, standings), 0)).toBe(row.total);
  }
});

test("many names end in one row for all others", () => {
  const rows = tallies(
    ["a", "b", "c", "d"].map((name, n) => ({ name, standing: "true", count: n + 1 }) as const),
  );
  expect(foremost(rows, 3, "Others").map(({ name, total }) => [name, total])).toEqual([
    ["d", 4],
    ["c", 3],
    ["Others", 3],
  ]);
  expect(foremost(rows, 4, "Others")).toEqual(rows);
});

test("in the CSV no cell is a formula, and every figure of the page is there", () => {
  const csv = csvOfStatistics(publishedStatistics(counts));
  expect(csv).toContain("topic,'=Health,Unproven,1\r\n");
  expect(csv).toContain("month,2024-02,False,2\r\n");
  expect(csv).toContain("what became,retracted,,1\r\n");
  expect(csv.split("\r\n").every((line) => !/(?:^|,)[=+@-]/.test(line))).toBe(true);
});

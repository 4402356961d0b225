import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { agreementOf, fewestCases, type AgreementCell } from "~/domain/statistics/agreement";

/** A square table: rows are the first rater, columns the second. */
const cellsOf = (table: number[][]): AgreementCell<string>[] =>
  table.flatMap((row, first) =>
    row.map((count, second) => ({ first: `r${first}`, second: `r${second}`, count })),
  );

function kappaOf(table: number[][]) {
  const kappa = agreementOf(cellsOf(table))?.kappa;
  if (!kappa) throw new Error("No kappa");
  return kappa;
}

describe("published examples", () => {
  it("Fleiss, Levin and Paik: 100 patients, three diagnoses, kappa .68 with standard error .087", () => {
    // Statistical Methods for Rates and Proportions, 3rd edition, table 18.1 (13.1 in the 2nd). Printed with two and
    // three places.
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    expect(agreementOf(cellsOf(table))?.share).toBeCloseTo(0.89, 10);
    const { value, standardError } = kappaOf(table);
    expect(value).toBeCloseTo(0.68, 2);
    expect(Math.abs(standardError - 0.087)).toBeLessThan(0.001);
  });

  it("statpsych: two raters, two categories, as ci.kappa(.05, 31, 12, 4, 58) prints it", () => {
    // https://dgbonett.github.io/statpsych/reference/ci.kappa.html
    const { value, standardError, interval } = kappaOf([
      [31, 12],
      [4, 58],
    ]);
    expect(value).toBeCloseTo(0.6756757, 7);
    expect(standardError).toBeCloseTo(0.07344761, 7);
    expect(interval?.low).toBeCloseTo(0.531721, 6);
    expect(interval?.high).toBeCloseTo(0.8196303, 6);
  });

  it("a SAS example that statsmodels is tested against: three categories, some cells empty", () => {
    const { value, standardError, interval } = kappaOf([
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ]);
    expect(value).toBeCloseTo(0.4842, 4);
    expect(standardError).toBeCloseTo(0.138, 4);
    expect(interval?.low).toBeCloseTo(0.2137, 4);
    expect(interval?.high).toBeCloseTo(0.7547, 4);
  });
});

it("is silent below five cases, and speaks from five", () => {
  const cells = (count: number) => [{ first: "true", second: "true", count }];
  expect(agreementOf(cells(fewestCases - 1))).toBeNull();
  expect(agreementOf(cells(fewestCases))).toMatchObject({ cases: 5, same: 5, share: 1 });
  expect(agreementOf([])).toBeNull();
});

it("has no kappa where both always gave one rating, and no interval where all agree", () => {
  expect(agreementOf(cellsOf([[9]]))?.kappa).toBeNull();
  const { value, interval } = kappaOf([
    [5, 0],
    [0, 4],
  ]);
  expect(value).toBe(1);
  expect(interval).toBeNull();
});

const tables = fc.integer({ min: 2, max: 7 }).chain((size) =>
  fc.array(fc.array(fc.nat(40), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe("for any table", () => {
  it("stays within its bounds", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const agreement = agreementOf(cellsOf(table));
        if (!agreement?.kappa) return;
        const { value, standardError, interval } = agreement.kappa;
        expect(value).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(-1);
        expect(value).toBeLessThanOrEqual(agreement.share + 1e-12);
        expect(Number.isFinite(standardError)).toBe(true);
        if (!interval) return;
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it("does not depend on who is called the first, nor on the order of the cells", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const cells = cellsOf(table);
        const swapped = cells
          .map(({ first, second, count }) => ({ first: second, second: first, count }))
          .toReversed();
        const [one, other] = [agreementOf(cells), agreementOf(swapped)];
        expect(one?.share).toEqual(other?.share);
        expect(one?.kappa === null).toBe(other?.kappa === null);
        if (!one?.kappa || !other?.kappa) return;
        expect(one.kappa.value).toBeCloseTo(other.kappa.value, 9);
        expect(one.kappa.standardError).toBeCloseTo(other.kappa.standardError, 9);
      }),
    );
  });

  it("keeps its value and halves its error when there is four times as much of everything", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const one = agreementOf(cellsOf(table))?.kappa;
        const four = agreementOf(cellsOf(table.map((row) => row.map((n) => n * 4))))?.kappa;
        if (!one || !four) return;
        expect(four.value).toBeCloseTo(one.value, 9);
        expect(four.standardError).toBeCloseTo(one.standardError / 2, 9);
      }),
    );
  });

  it("is 0 where the two are independent", () => {
    const margins = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(margins, margins, (rows, columns) => {
        expect(kappaOf(rows.map((row) => columns.map((column) => row * column))).value).toBeCloseTo(
          0,
          9,
        );
      }),
    );
  });
});

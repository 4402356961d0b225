/**
 * How far the lead's first rating and the blind second one agree. The two are compared as they were given: what they
 * became in a discussion or an adjudication is another matter.
 */

/** Below this, a figure would say more about single cases than about the desk. Nothing is shown then. */
export const fewestCases = 5;

/** Below this, the interval of kappa, which is made for large samples, is only rough. */
export const roughBelow = 30;

/** How often the first rating was `first` while the second was `second`. */
export interface AgreementCell<Category extends string> {
  first: Category;
  second: Category;
  count: number;
}

export interface Agreement {
  cases: number;
  /** Cases in which both ratings were the same. */
  same: number;
  /** `same` of `cases`, 0 to 1. */
  share: number;
  /** Null where chance alone would have agreed always: both used one and the same rating throughout. */
  kappa: Kappa | null;
}

export interface Kappa {
  value: number;
  standardError: number;
  /** 95 %, within -1 and 1; null where every case agrees, because the formula then knows no error at all. */
  interval: { low: number; high: number } | null;
}

const standardDeviations95 = 1.959963984540054;

/**
 * Cohen's kappa (Cohen 1960) with the large-sample standard error of a kappa that need not be zero
 * (J. L. Fleiss, J. Cohen, B. S. Everitt: Large sample standard errors of kappa and weighted kappa, Psychological
 * Bulletin 72 (1969), 323-327, equation 13).
 *
 * @returns null from fewer than `fewestCases` cases.
 */
export function agreementOf<Category extends string>(
  cells: readonly AgreementCell<Category>[],
): Agreement | null {
  const cases = total(cells);
  if (cases < fewestCases) return null;
  const same = total(cells.filter(({ first, second }) => first === second));
  return { cases, same, share: same / cases, kappa: kappaOf(cells, cases, same) };
}

function kappaOf<Category extends string>(
  cells: readonly AgreementCell<Category>[],
  cases: number,
  same: number,
): Kappa | null {
  const firsts = shares(cells, cases, ({ first }) => first);
  const seconds = shares(cells, cases, ({ second }) => second);
  const observed = same / cases;
  let expected = 0;
  for (const [category, share] of firsts) expected += share * (seconds.get(category) ?? 0);
  const room = 1 - expected;
  if (room < 1e-12) return null;

  const value = (observed - expected) / room;
  let agreeing = 0;
  let differing = 0;
  for (const { first, second, count } of cells) {
    const share = count / cases;
    if (first === second) {
      const margins = (firsts.get(first) ?? 0) + (seconds.get(first) ?? 0);
      agreeing += share * (room - margins * (1 - observed)) ** 2;
    } else {
      const margins = (seconds.get(first) ?? 0) + (firsts.get(second) ?? 0);
      differing += share * margins ** 2;
    }
  }
  const spread =
    agreeing +
    (1 - observed) ** 2 * differing -
    (observed * expected - 2 * expected + observed) ** 2;
  const standardError = Math.sqrt(Math.max(0, spread) / cases) / room ** 2;
  const reach = standardDeviations95 * standardError;
  return {
    value,
    standardError,
    interval:
      same === cases
        ? null
        : { low: Math.max(-1, value - reach), high: Math.min(1, value + reach) },
  };
}

function total(cells: readonly { count: number }[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

function shares<Category extends string>(
  cells: readonly AgreementCell<Category>[],
  cases: number,
  categoryOf: (cell: AgreementCell<Category>) => Category,
): Map<Category, number> {
  const found = new Map<Category, number>();
  for (const cell of cells) {
    const category = categoryOf(cell);
    found.set(category, (found.get(category) ?? 0) + cell.count / cases);
  }
  return found;
}

import { standings, type Standing } from "../search/search-query";

/** So many verdicts of one kind. */
export interface CountedRow {
  name: string;
  standing: Standing;
  count: number;
}

/** The verdicts under one name, by how they stand. */
export interface Tally {
  name: string;
  total: number;
  of: Record<Standing, number>;
}

const none = (): Record<Standing, number> =>
  Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;

/** Puts the rows of each name together; the most first, then by name. */
export function tallies(rows: readonly CountedRow[]): Tally[] {
  const byName = new Map<string, Tally>();
  for (const { name, standing, count } of rows) {
    const tally = byName.get(name) ?? { name, total: 0, of: none() };
    tally.total += count;
    tally.of[standing] += count;
    byName.set(name, tally);
  }
  return [...byName.values()].toSorted(
    (one, other) => other.total - one.total || (one.name < other.name ? -1 : 1),
  );
}

/** The first of them, and all others as one. */
export function foremost(all: readonly Tally[], most: number, others: string): Tally[] {
  if (all.length <= most) return [...all];
  const rest = all.slice(most - 1);
  const rows = rest.flatMap(({ of }) =>
    standings.map((standing) => ({ name: others, standing, count: of[standing] })),
  );
  return [...all.slice(0, most - 1), ...tallies(rows)];
}

/** The groups in which balance can be read: towards true, neither, towards false, and what was taken back. */
export const groups = [
  { label: "True or mostly", standings: ["true", "mostly_true"] },
  { label: "In between", standings: ["half_true", "misleading", "unproven"] },
  { label: "False or mostly", standings: ["mostly_false", "false"] },
  { label: "Retracted", standings: ["retracted"] },
] as const satisfies readonly { label: string; standings: readonly Standing[] }[];

export const inGroup = ({ of }: Tally, group: readonly Standing[]): number =>
  group.reduce((sum, standing) => sum + of[standing], 0);

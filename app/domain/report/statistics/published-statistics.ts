import { claimantType } from "../claimant-type";
import type { ChangeKind } from "../publication";
import { standings, type Standing } from "../search/search-query";
import { tallies, type CountedRow, type Tally } from "./tally";

/** What is published, counted as the database counts it. Demonstrations are left out. */
export interface PublishedCounts {
  reports: number;
  /** By who made the claim; without a name the outlet itself did, or nobody whose name is known. */
  claimants: { name: string | null; outlet: string | null; standing: Standing; count: number }[];
  topics: CountedRow[];
  outlets: { name: string | null; standing: Standing; count: number }[];
  /** By the month of first publication, YYYY-MM. */
  months: CountedRow[];
  /** How often something became of a published verdict. */
  corrections: { kind: ChangeKind; count: number }[];
  /** Verdicts that were corrected or retracted at least once. */
  corrected: number;
}

export interface PublishedStatistics {
  reports: number;
  verdicts: number;
  ratings: { standing: Standing; count: number }[];
  topics: Tally[];
  claimantTypes: Tally[];
  claimants: Tally[];
  outlets: Tally[];
  /** The last month first. */
  months: Tally[];
  corrections: Record<ChangeKind, number>;
  corrected: number;
}

const ownVoice = "The outlet in its own voice";

function typeOf({ name, outlet }: PublishedCounts["claimants"][number]): string {
  if (name === null) return ownVoice;
  return claimantType(name, outlet) === "Organization" ? "An organisation" : "A person";
}

/** Puts together what readers are shown. Whether a claimant is a person is a guess from the name, as in the markup. */
export function publishedStatistics(counts: PublishedCounts): PublishedStatistics {
  const months = tallies(counts.months);
  const ratings = standings.map((standing) => ({
    standing,
    count: months.reduce((sum, { of }) => sum + of[standing], 0),
  }));
  return {
    reports: counts.reports,
    verdicts: ratings.reduce((sum, { count }) => sum + count, 0),
    ratings,
    topics: tallies(counts.topics),
    claimantTypes: tallies(counts.claimants.map((row) => ({ ...row, name: typeOf(row) }))),
    claimants: tallies(
      counts.claimants.flatMap((row) => (row.name === null ? [] : [{ ...row, name: row.name }])),
    ),
    outlets: tallies(counts.outlets.map((row) => ({ ...row, name: row.name ?? "Not named" }))),
    months: months.toSorted((one, other) => (one.name < other.name ? 1 : -1)),
    corrections: {
      ...{ being_corrected: 0, upheld: 0, corrected: 0, retracted: 0 },
      ...Object.fromEntries(counts.corrections.map(({ kind, count }) => [kind, count])),
    },
    corrected: counts.corrected,
  };
}

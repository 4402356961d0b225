import type { Evidence, Stance } from "../evidence/evidence";
import type { VerdictVersion } from "../verdict/content";
import type { Rating } from "../verdict/rating";
import type { FoundSource, ReadSource, SecondVerdict } from "./second-verdict";

/** How a dispute was settled. */
export const settlementWays = [
  "adjudicated",
  "conceded_by_lead",
  "conceded_by_second",
  "voted",
] as const;
export type SettlementWay = (typeof settlementWays)[number];

export const settlementLabel: Record<SettlementWay, string> = {
  adjudicated: "An editor decided",
  conceded_by_lead: "The lead moved to the second reviewer’s rating",
  conceded_by_second: "The second reviewer moved to the lead’s rating",
  voted: "Editors voted",
};

/** One editor's vote in one round. */
export interface DisputeVote {
  id: string;
  versionId: string;
  round: number;
  by: string;
  rating: Rating;
  reason: string;
  /** Whether readers may be shown it as dissent. */
  mayPublish: boolean;
  castAt: string;
}

/** What somebody said about a dispute. */
export interface DisputeRemark {
  id: string;
  versionId: string;
  by: string;
  text: string;
  at: string;
}

/** How far the vote of an open dispute has come. */
export interface DisputeProgress {
  round: number;
  /** How many votes were cast in this round. */
  cast: number;
  /** Whether one of them is that of the person who asks. */
  voted: boolean;
}

/** How many votes a round has, and how many equal ones carry. */
export const votesInRound = 3;
export const votesThatCarry = 2;

/** A source that both sides had before them. */
export interface SharedSource {
  source: Evidence;
  lead: Stance;
  second: Stance;
}

/** What the two verdicts rest on, and where they part. */
export interface SourceDifferences {
  readDifferently: SharedSource[];
  onlyLead: Evidence[];
  onlySecond: FoundSource[];
  readAlike: SharedSource[];
}

/**
 * The lead relied on the sources that the verdict lists, each as the lead judged it; the second reviewer on those they
 * marked, and on what they found. Null where the second reviewer was not asked.
 */
export function sourceDifferences(
  evidence: readonly Evidence[],
  { sources, found }: { sources: readonly ReadSource[] | null; found: readonly FoundSource[] },
): SourceDifferences | null {
  if (sources === null) return null;
  const read = new Map(sources.map(({ id, stance }) => [id, stance]));
  const shared = evidence.flatMap((source) => {
    const second = read.get(source.id);
    return second === undefined ? [] : [{ source, lead: source.stance, second }];
  });
  return {
    readDifferently: shared.filter(({ lead, second }) => lead !== second),
    onlyLead: evidence.filter(({ id }) => !read.has(id)),
    onlySecond: [...found],
    readAlike: shared.filter(({ lead, second }) => lead === second),
  };
}

/**
 * The newest version that was decided on, with that decision: what is compared while a dispute is open, and what is
 * signed or returned afterwards. Null before the second verdict, or for whom it is hidden.
 */
export function decidedPair(
  versions: readonly VerdictVersion[],
  seconds: readonly SecondVerdict[],
): { version: VerdictVersion; second: SecondVerdict; conceded: boolean } | null {
  const version = versions.at(-1);
  if (version === undefined) return null;
  const own = seconds.find(({ versionId }) => versionId === version.id);
  if (own) return { version, second: own, conceded: false };
  if (version.origin !== "concession") return null;
  const before = versions.findLast(({ number }) => number < version.number);
  const second = seconds.find(({ versionId }) => versionId === before?.id);
  return second ? { version, second, conceded: true } : null;
}

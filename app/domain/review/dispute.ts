import type { AuditEvent } from "../audit/audit-event";
import type { Evidence, Stance } from "../evidence/evidence";
import type { VerdictVersion } from "../verdict/content";
import type { Rating } from "../verdict/rating";
import type { DisputeWay } from "./review-rules";
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

/** How an open dispute stands for one person. */
export interface DisputeStanding {
  /** Who settles it: the desk’s rule, or one editor where an admin gave it to one. */
  way: DisputeWay;
  /** Whether this person has voted in the round. */
  voted: boolean;
  /** Of how many editors the vote is: those who are free to vote, and those who have. */
  voters: number;
}

/** How far the vote of an open dispute has come. */
export interface DisputeProgress extends DisputeStanding {
  round: number;
  /** How many votes were cast in this round. */
  cast: number;
}

/** How many votes a round has, and how many equal ones carry. */
export const votesInRound = 3;
export const votesThatCarry = 2;

/** Whether too few editors took no part for a round to have all of its votes. */
export const isShortOfVoters = (voters: number): boolean => voters < votesInRound;

/** What it means that so few editors are free to vote, as a whole sentence. */
export function shortOfVotersWords(voters: number): string {
  if (voters <= 0) return "No editor is free to vote: each took part in it or declared a conflict.";
  return voters < votesThatCarry
    ? "Only one editor is free to vote, and one vote settles nothing."
    : "Only two editors are free to vote: it is settled if both vote alike, and stays open if not.";
}

/** The way out of a vote that has too few editors. */
export const wayOutOfShortVote =
  "An admin can give this dispute to one editor, with a written reason, or invite another editor.";

/** By whom and why the open dispute was given to one editor; null when it was not. */
export function givenToOne(
  trail: readonly AuditEvent[],
): { byName: string; reason: string; at: string } | null {
  const last = trail.findLast(
    ({ action }) => action === "review.second_verdict" || action === "review.dispute_given_to_one",
  );
  if (last?.action !== "review.dispute_given_to_one") return null;
  const reason = last.payload["reason"];
  return {
    byName: last.actorName ?? "An admin",
    reason: typeof reason === "string" ? reason : "",
    at: last.at,
  };
}

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

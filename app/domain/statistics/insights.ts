import type { ClaimType } from "../claim/claim";
import type { ClaimState } from "../review/workflow";
import type { Rating } from "../verdict/rating";
import type { AgreementCell } from "./agreement";

/** How long the stays in one state lasted that ended in a period. */
export interface TimeInStage {
  state: ClaimState;
  stays: number;
  medianSeconds: number;
  p90Seconds: number;
}

/** How often claims came into each state in one step of a period. */
export interface Throughput {
  begins: string;
  moves: Partial<Record<ClaimState, number>>;
}

/** What waits in one state on one person; on the editors where `personId` is null. */
export interface Waiting {
  state: ClaimState;
  personId: string | null;
  name: string | null;
  waiting: number;
  /** Of these, those that nobody has moved or edited for `idleAfterDays`. */
  idle: number;
  oldestSince: string;
}

/** Days without a step and without an edit, after which a claim counts as idle. */
export const idleAfterDays = 3;

export interface LongestStanding {
  claimId: string;
  statement: string;
  state: ClaimState;
  /** On whom it waits; null for the editors. */
  name: string | null;
  since: string;
  touchedAt: string;
}

export interface RatingCount {
  rating: Rating;
  claims: number;
}

/** What was checked: a claimant’s claims, an outlet’s, or those on a topic; null where the desk noted none. */
export interface Balance {
  kind: "claimant" | "outlet" | "topic";
  name: string | null;
  claims: number;
  verdicts: Partial<Record<Rating, number>>;
}

/** The ratings of one set of blind cases, first against second. */
export type AgreementTable = { cells: AgreementCell<Rating>[] } & (
  | { part: "all" }
  | { part: "pair"; leadName: string; secondName: string }
  | { part: "topic"; name: string }
  | { part: "type"; type: ClaimType }
  | { part: "month"; month: string }
);

export interface AgreementTables {
  tables: AgreementTable[];
  /** How many tables of each part have too few cases to be shown. */
  withheld: Record<AgreementTable["part"], number>;
}

import type { Claim } from "../claim";
import type { DismissalKind } from "../dismissal";

/** What a person did to a claim, as the trail has it. `seq` is the entry's number there; `at` is ISO 8601 in UTC. */
export type TriageEvent = { seq: number; at: string } & (
  | { action: "add" | "accept" | "restore" }
  | { action: "dismiss"; kind: DismissalKind }
  | { action: "edit"; before: string; after: string; model: string | null }
  /** Another claim was merged into this one, and the statement reworded to hold both. */
  | { action: "take_in"; before: string; after: string; merged: string }
  | { action: "split"; into: string[]; model: string | null }
  | { action: "merge"; into: string }
);

/** A claim with what people did to it, the oldest first. */
export interface ClaimHistory extends Pick<
  Claim,
  "id" | "articleId" | "statement" | "claimant" | "type" | "origin"
> {
  /** The article's own words, and up to 32 code points before and after them. */
  quote: string;
  prefix: string;
  suffix: string;
  /** The check-worthiness that the engine gave, 0 to 1; null when a person added the claim and nothing weighed it. */
  score: number | null;
  events: TriageEvent[];
}

/** The statement as it stood just before the trail's entry `seq`. */
export function statementBefore({ statement, events }: ClaimHistory, seq: number): string {
  for (const event of events) {
    if (event.seq >= seq && (event.action === "edit" || event.action === "take_in")) {
      return event.before;
    }
  }
  return statement;
}

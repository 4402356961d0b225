import type { Claim, Priority, ProposedClaim } from "~/domain/claim/claim";
import type { DismissalKind } from "~/domain/claim/dismissal";
import type { Refusal } from "~/domain/refusal";
import type { RevisionKind } from "~/domain/report/correction/kinds";
import type { Result } from "~/domain/result";
import type { HandOver } from "~/domain/review/hand-over";
import type { FoundSource, ReadSource, SecondExclusion } from "~/domain/review/second-verdict";
import type { ClaimAction, ClaimState } from "~/domain/review/workflow";
import type { Rating } from "~/domain/verdict/rating";

export interface ActionPayload {
  statement?: string;
  /** The suggestion of a language model that the person worked from. */
  suggestionId?: string;
  kind?: DismissalKind;
  parts?: ProposedClaim[];
  withClaimId?: string;
  leadId?: string;
  secondId?: string;
  dueOn?: string | null;
  priority?: Priority;
  rating?: Rating;
  content?: string;
  contentHash?: string;
  documentHead?: number;
  /** With a second verdict: the listed sources that its author relied on, and those they found. */
  sources?: readonly ReadSource[];
  found?: readonly FoundSource[];
  /** With a vote: the version and the round that were looked at, and whether it may be shown as dissent. */
  number?: number;
  round?: number;
  mayPublish?: boolean;
  /** Why an exception from the separation of duties is made. */
  exception?: string;
  /** Who a part of the review is handed over to. */
  toId?: string;
  /** With the begin of a correction: of what kind it is. */
  correction?: RevisionKind;
  /** With a mended typo: the words as they stood and as they stand now, and the claim in short. The content is `content`. */
  mend?: { wrong: string; right: string; shortClaim: string };
}

/** One step of a claim. `expectedVersion` is the version the person was looking at. */
export interface ClaimStep {
  claimId: string;
  action: Exclude<ClaimAction, "publish" | "clear" | "withdraw_clearance">;
  expectedVersion: number;
  reason?: string | undefined;
  payload?: ActionPayload;
}

export interface ClaimStore {
  find(claimId: string): Promise<Claim | null>;
  /** Which version of it there is now; null when there is no such claim, or it may not be read. */
  versionOf(claimId: string): Promise<number | null>;
  /** Those of these claims that there are, in no order. */
  these(claimIds: readonly string[]): Promise<Claim[]>;
  ofArticle(articleId: string): Promise<Claim[]>;
  /** Claims that wait for this person, as lead or second reviewer: the longest untouched first, and at most so many. */
  assignedTo(personId: string, most: number): Promise<Claim[]>;
  /** Claims in these states across articles, the longest untouched first, and at most so many. */
  inStates(states: readonly ClaimState[], most: number): Promise<Claim[]>;
  /** Reviews under way that have no lead or no second reviewer, because one declared a conflict of interest. */
  withoutSomebody(most: number): Promise<Claim[]>;
  declareConflict(step: {
    claimId: string;
    expectedVersion: number;
    reason: string;
  }): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
  /** Who cannot be made second reviewer of a claim, and why. Told to editors and to the second reviewer. */
  excludedAsSecond(claimId: string): Promise<SecondExclusion[]>;
  propose(
    versionId: string,
    claims: ProposedClaim[],
    origin: Claim["origin"],
  ): Promise<Result<string[], Refusal>>;
  /** Takes the lead of a claim that is offered because nobody works on it. */
  takeOffered(step: {
    claimId: string;
    expectedVersion: number;
  }): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
  /** What was written for this person when a part of this claim was handed to them, until they have read it. */
  unreadHandOver(claimId: string, personId: string): Promise<HandOver | null>;
  seeHandOver(handOverId: string): Promise<Result<null, Refusal>>;
  act(step: ClaimStep): Promise<Result<{ state: ClaimState; version: number }, Refusal>>;
}

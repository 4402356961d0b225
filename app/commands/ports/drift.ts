import type { BlockPair, DriftMark } from "~/domain/article/drift/shown";
import type {
  ClaimDrift,
  Look,
  PlaceDecision,
  TextVersion,
  Watch,
} from "~/domain/article/drift/drift";
import type { FoundPassage } from "~/domain/article/drift/find-passage";
import type { WatchMode } from "~/domain/article/drift/watch";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What articles say at their addresses after they were taken in, and what that does to their claims. */
export interface DriftStore {
  /** Null for an article that was never watched. */
  watch(articleId: string): Promise<Watch | null>;
  /** The latest looks, the newest first. */
  looks(articleId: string, most: number): Promise<Look[]>;
  /** Every text that is kept of an article, the oldest first; the desk's own is the first. */
  versions(articleId: string): Promise<TextVersion[]>;
  /** Two of them by their numbers; null when one of them is not there. */
  texts(articleId: string, from: number, to: number): Promise<BlockPair | null>;
  /** What became of each claim in the newest version of this article. */
  ofArticle(articleId: string): Promise<ClaimDrift[]>;
  /** What became of one claim in the newest version of its article; null where there is none. */
  ofClaim(claimId: string): Promise<ClaimDrift | null>;
  /** Published claims whose change waits for an editor, the longest waiting first. */
  published(most: number): Promise<DriftMark[]>;
  setWatch(articleId: string, mode: WatchMode): Promise<Result<null, Refusal>>;
  /** Asking again while a look is open asks for the same one. */
  askForLook(articleId: string): Promise<Result<string, Refusal>>;
  decidePlace(driftId: string, decision: PlaceDecision): Promise<Result<null, Refusal>>;
  /** Where a person found the words that were not found for sure, or at all. */
  choosePlace(driftId: string, passage: FoundPassage): Promise<Result<null, Refusal>>;
  dismiss(driftId: string, reason: string): Promise<Result<null, Refusal>>;
  /** For readers of a report: of when its text is, and since when it is known to have changed. Null for no report. */
  sinceReport(slug: string): Promise<SinceReport | null>;
}

export interface SinceReport {
  takenAt: string;
  /** Null while nothing is known to have changed. */
  changedAt: string | null;
}

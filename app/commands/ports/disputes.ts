import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { DisputeProgress, DisputeRemark, DisputeVote } from "~/domain/review/dispute";

/** What is said and voted about disputes, as far as the person who asks may see it. */
export interface DisputeStore {
  /** Votes of all rounds, the oldest first. Those of an open round only for who has voted in it. */
  votes(claimId: string): Promise<DisputeVote[]>;
  remarks(claimId: string): Promise<DisputeRemark[]>;
  /** How far the vote has come; null when there is no open dispute to read. */
  progress(claimId: string): Promise<DisputeProgress | null>;
  /** Saying the same under one id again says nothing more. */
  remark(said: { claimId: string; remarkId: string; text: string }): Promise<Result<null, Refusal>>;
}

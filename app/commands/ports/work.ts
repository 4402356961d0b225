import type { WorkInHand } from "~/domain/assignment/work-in-hand";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";

/** What people have in hand, and how much is meant to be enough. */
export interface WorkStore {
  /** Everybody's for who may set limits, one's own for others. */
  inHand(): Promise<WorkInHand>;
  /** Null: what holds for everybody. */
  setLimit(personId: string, limit: number | null): Promise<Result<null, Refusal>>;
  setDefaultLimit(limit: number): Promise<Result<null, Refusal>>;
}

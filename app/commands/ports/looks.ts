import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { LaneLooks, Looks } from "~/domain/review/last-look";

export interface LookStore {
  /** How far the person who asks has seen a claim's review; null when they never did. Ask `mayReadHistory` first. */
  of(claimId: string): Promise<Looks | null>;
  /** When the person who asks had an approved claim before them in the lane; null when they never did. */
  inLane(claimId: string): Promise<LaneLooks | null>;
  noteInLane(claimId: string): Promise<Result<null, Refusal>>;
}

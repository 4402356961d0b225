import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { HelpRequest } from "~/domain/review/help-request";

/** Questions of those who write reviews. Everybody is told those of reviews that they may read now. */
export interface HelpStore {
  /** Those that wait for an answer, the longest waiting first. */
  open(): Promise<HelpRequest[]>;
  /** All that were asked in one review, the oldest first. */
  ofClaim(claimId: string): Promise<HelpRequest[]>;
  ask(claimId: string, question: string): Promise<Result<null, Refusal>>;
  answer(requestId: string, answer: string): Promise<Result<null, Refusal>>;
}

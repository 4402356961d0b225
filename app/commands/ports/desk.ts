import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ReviewRules } from "~/domain/review/review-rules";

export interface DeskSettings {
  /** Null while the desk is open, as it nearly always is. Anybody may ask. */
  readOnly(): Promise<ReadOnlyDesk | null>;
  /** Closes the desk for every write of people, or opens it again. */
  setReadOnly(on: boolean, reason: string): Promise<Result<null, Refusal>>;
  reviewRules(): Promise<ReviewRules>;
  setReviewRules(rules: ReviewRules): Promise<Result<null, Refusal>>;
}

import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";
import type { Refusal } from "~/domain/refusal";
import type { Result } from "~/domain/result";
import type { ReviewRules } from "~/domain/review/review-rules";

/** What stands around every page of the desk. */
export interface DeskFrame {
  /** How many notifications the person who asks has not read, up to a hundred. */
  unread: number;
  /** Null while the desk is open. */
  readOnly: ReadOnlyDesk | null;
  /** Whether the person who asks has single-key shortcuts on. */
  singleKeys: boolean;
}

export interface DeskSettings {
  frame(): Promise<DeskFrame>;
  /** Null while the desk is open, as it nearly always is. Anybody may ask. */
  readOnly(): Promise<ReadOnlyDesk | null>;
  /** Closes the desk for every write of people, or opens it again. */
  setReadOnly(on: boolean, reason: string): Promise<Result<null, Refusal>>;
  reviewRules(): Promise<ReviewRules>;
  setReviewRules(rules: ReviewRules): Promise<Result<null, Refusal>>;
}

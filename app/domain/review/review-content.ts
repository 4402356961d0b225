import type { ReviewDraft } from "../verdict/verdict";
import type { Thread } from "./discussion";

/** What a review's shared document holds: the verdict as it is being written, and what people say about it. */
export interface ReviewContent {
  draft: ReviewDraft;
  discussion: Thread[];
}

/** The same as of one row of its log. */
export interface CurrentReview extends ReviewContent {
  /** Number of the last row. */
  head: number;
}

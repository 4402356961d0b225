import type { Evidence } from "../evidence/evidence";
import type { Rating } from "./rating";
import type { RichText } from "./rich-text";

/** The shared review document read as plain values: what people are writing, perhaps still incomplete. */
export interface ReviewDraft {
  rating: Rating | null;
  summary: string;
  rationale: RichText;
  evidence: Evidence[];
}

/** A draft that may be submitted. */
export interface CompleteDraft extends ReviewDraft {
  rating: Rating;
}

/** One thing that keeps a draft from being submitted, and what to do about it. */
export interface Missing {
  field: "rating" | "summary" | "rationale" | "evidence";
  message: string;
}

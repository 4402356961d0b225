import { z } from "zod";

import type { Evidence } from "../evidence/evidence";
import { sourcingSchema, type Sourcing } from "../evidence/sourcing";
import { evidenceSchema } from "./content";
import { ratings, type Rating } from "./rating";
import { richTextSchema, type RichText } from "./rich-text";

/** The shared review document read as plain values: what people are writing, perhaps still incomplete. */
export interface ReviewDraft {
  rating: Rating | null;
  summary: string;
  rationale: RichText;
  evidence: Evidence[];
  /** Left out while it says nothing. */
  sourcing?: Sourcing | undefined;
}

/** A draft as it comes over the wire. */
export const reviewDraftSchema: z.ZodType<ReviewDraft> = z.strictObject({
  rating: z.enum(ratings).nullable(),
  summary: z.string(),
  rationale: richTextSchema,
  evidence: z.array(evidenceSchema),
  sourcing: sourcingSchema.optional(),
});

/** A draft that may be submitted. */
export interface CompleteDraft extends ReviewDraft {
  rating: Rating;
}

/** One thing that keeps a draft from being submitted, and what to do about it. */
export interface Missing {
  field: "rating" | "summary" | "rationale" | "evidence";
  message: string;
}

import { z } from "zod";

import { sourceTypes, stances } from "../evidence/evidence";
import { ratings } from "./rating";
import { richTextSchema } from "./rich-text";

/** One source of a verdict. */
export const evidenceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  publisher: z.string(),
  publishedOn: z.string(),
  stance: z.enum(stances),
  sourceType: z.enum(sourceTypes),
  excerpt: z.string(),
  locator: z.string(),
  note: z.string(),
  accessedOn: z.string(),
});

/**
 * Exactly what a signature covers and a report shows: claim, verdict and evidence, frozen at a submission. Stored and
 * hashed as RFC 8785 canonical JSON.
 */
export const verdictContentSchema = z.strictObject({
  schema: z.literal("countersign/verdict/1"),
  claim: z.strictObject({
    id: z.string(),
    statement: z.string(),
    claimant: z.string().nullable(),
    quote: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    articleSha256: z.string(),
  }),
  verdict: z.strictObject({
    scale: z.string(),
    rating: z.enum(ratings),
    summary: z.string(),
    rationale: richTextSchema,
  }),
  evidence: z.array(evidenceSchema),
});

export type VerdictContent = z.infer<typeof verdictContentSchema>;

/** A frozen submission. `text` is the canonical JSON; `contentHash` its SHA-256 in hex. */
export interface VerdictVersion {
  id: string;
  claimId: string;
  number: number;
  content: VerdictContent;
  text: string;
  contentHash: string;
  submittedBy: string;
  submittedAt: string;
  /** `submission` by the lead, or `adjudication` when an editor settled a dispute with another rating. */
  origin: "submission" | "adjudication";
}

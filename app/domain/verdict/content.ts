import { z } from "zod";

import { isDerivationLine } from "../evidence/derivation";
import { sourceTypes, stances, type Evidence } from "../evidence/evidence";
import { sourcingSchema, type Sourcing } from "../evidence/sourcing";
import { ratings } from "./rating";
import { footnotesIn } from "./footnotes";
import { richTextSchema, type RichText, type RichTextBlock } from "./rich-text";

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
  author: z.string().min(1).optional(),
  derivedFrom: z.string().min(1).refine(isDerivationLine).optional(),
  accessedBy: z.string().min(1).optional(),
});

/**
 * The second one came with tables and footnotes, the third with more fields and kinds of a source and with what is said
 * of the sources as a whole. What does without them is still written in the first.
 */
const contentSchemas = [
  "countersign/verdict/1",
  "countersign/verdict/2",
  "countersign/verdict/3",
] as const;

/** What decides in which schema content is written. */
interface Parts {
  rationale: RichText;
  evidence: readonly Evidence[];
  sourcing?: Sourcing | undefined;
}

/** The oldest schema that can hold it, so that the same content has the same hash as ever. */
export function contentSchemaFor(parts: Parts): (typeof contentSchemas)[number] {
  const { rationale, evidence, sourcing } = parts;
  if (sourcing !== undefined || evidence.some(isOfThirdSchema)) return "countersign/verdict/3";
  const isNew = hasTable(rationale) || footnotesIn(rationale).length > 0;
  return isNew ? "countersign/verdict/2" : "countersign/verdict/1";
}

const isOfThirdSchema = (item: Evidence): boolean =>
  item.sourceType === "expert" ||
  item.sourceType === "own_measurement" ||
  [item.author, item.derivedFrom, item.accessedBy].some((field) => field !== undefined);

const hasTable = (blocks: RichText): boolean =>
  blocks.some((block: RichTextBlock) => {
    if (block.type === "quote") return hasTable(block.blocks);
    return block.type === "list" ? block.items.some(hasTable) : block.type === "table";
  });

const content = z.strictObject({
  schema: z.enum(contentSchemas),
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
  sourcing: sourcingSchema.optional(),
});

/**
 * Exactly what a signature covers and a report shows: claim, verdict and evidence, frozen at a submission. Stored and
 * hashed as RFC 8785 canonical JSON.
 */
export const verdictContentSchema = content.refine(
  ({ schema, verdict, evidence, sourcing }) =>
    schema >= contentSchemaFor({ rationale: verdict.rationale, evidence, sourcing }),
  "An older schema does not have what this content has.",
);

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
  /** The row of the review's document that it was frozen at. */
  documentHead: number;
  /**
   * `submission` by the lead, `adjudication` when editors settled a dispute with another rating, `concession` when the
   * lead moved to the second reviewer's, `typo` when an editor mended a slip of writing in what was published.
   */
  origin: "submission" | "adjudication" | "concession" | "typo";
}

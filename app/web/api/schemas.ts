import { z } from "zod";

import { claimItem } from "~/domain/claim/list/claim-item";
import { changeKinds } from "~/domain/report/publication";
import { publishedPartsSchema } from "~/domain/report/published-schema";
import { verdictContentSchema } from "~/domain/verdict/content";
import { ratings } from "~/domain/verdict/rating";

const instant = z.iso.datetime().describe("In UTC.");
const address = z.url();

const rating = z.object({
  id: z.enum(ratings),
  label: z.string(),
  value: z
    .union([z.int().min(1).max(5), z.null()])
    .describe("From 1, false, to 5, true; null for ratings that do not lie on that line."),
});

const standing = z.enum(["stands", "being_corrected", "retracted"]);
const demo = z.boolean().describe("True for the case that ships with the software.");

const source = z.object({
  title: z.string(),
  byline: z.string().nullable(),
  outlet: z.string().nullable(),
  publishedOn: z.string().nullable().describe("Civil date, YYYY-MM-DD."),
  url: address.nullable(),
  language: z.string(),
  sha256: z.string().describe("Of the article’s text as it was checked, in UTF-8."),
});

/** A published claim, as lists have it. */
export const claimResource = z.object({
  slug: z.string(),
  url: address.describe("The page for people."),
  api: address.describe("All that is published of it."),
  shortClaim: z.string(),
  statement: z.string(),
  claimant: z.string().nullable().describe("Null when the outlet says it in its own voice."),
  standing,
  notice: z
    .object({ reason: z.string(), since: instant })
    .nullable()
    .describe("Why it does not simply stand."),
  rating: rating.nullable().describe("Null when the verdict is retracted."),
  summary: z.string().nullable().describe("Null when the verdict is retracted."),
  topics: z.array(z.string()),
  report: z.object({ slug: z.string(), headline: z.string(), url: address, api: address }),
  source,
  publication: z.int().min(1).describe("Counts the publications of this verdict."),
  publishedAt: instant,
  firstPublishedAt: instant,
  changedAt: instant.describe("When it was last published, put in doubt, kept or retracted."),
  demo,
});

/** A published claim with everything that its page shows. */
export const claimDetail = claimResource.extend({
  content: verdictContentSchema.describe(
    "What was signed: claim, verdict and evidence. Also of a retracted verdict.",
  ),
  contentHash: z.string().describe("SHA-256 of the content as RFC 8785 JSON."),
  ...publishedPartsSchema.omit({ replies: true }).shape,
  rightOfReply: z.array(z.object({ sentence: z.string(), words: z.string().nullable() })),
  changes: z.array(z.object({ kind: z.enum(changeKinds), reason: z.string(), at: instant })),
  claimReview: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("schema.org ClaimReview; null when the verdict is retracted."),
  bundle: address.describe("The same with the proof that it stands in the public log."),
});

/** A published report, as lists have it. */
export const reportResource = z.object({
  slug: z.string(),
  url: address,
  api: address,
  headline: z.string(),
  summary: z.string(),
  source,
  publishedAt: instant,
  updatedAt: instant,
  changedAt: instant.describe("When it, or a verdict of it, last changed."),
  demo,
  verdicts: z.array(
    z.object({
      slug: z.string(),
      url: address,
      api: address,
      shortClaim: z.string(),
      standing,
      rating: rating.nullable(),
    }),
  ),
});

/** A published report with its claims. */
export const reportDetail = reportResource.extend({ claims: z.array(claimResource) });

/** A line of the log of corrections. */
export const correctionResource = z.object({
  id: z.int(),
  kind: z.enum(changeKinds),
  reason: z.string(),
  at: instant,
  claim: z.object({ slug: z.string(), shortClaim: z.string(), url: address, api: address }),
  report: z.object({ slug: z.string(), headline: z.string(), url: address, api: address }),
  rating: z
    .object({ before: rating, after: rating })
    .nullable()
    .describe("Of a correction that changed the rating."),
  demo,
});

/** The rating scale. */
export const ratingsResource = z.object({
  scale: z.string(),
  ratings: z.array(rating.extend({ definition: z.string() })),
});

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: address.nullable().describe("Where the list goes on; null on its last page."),
  });

/** A claim of the desk’s own list: no rating, whatever its state. */
export const deskClaimResource = claimItem.omit({ version: true }).extend({ url: address });

/** RFC 9457. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .describe("What is wrong with which field."),
});

/** An OpenAPI document, as far as this one promises anything of itself. */
export const openApiDocument = z.looseObject({
  openapi: z.literal("3.1.0"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(z.string(), z.unknown()),
});

export const takenIn = z.object({ id: z.string(), url: address, created: z.boolean() });

export type ClaimResource = z.infer<typeof claimResource>;
export type ReportResource = z.infer<typeof reportResource>;
export type CorrectionResource = z.infer<typeof correctionResource>;

import { z } from "zod";

import { publishedPartsSchema, revisionSchema } from "../report/published-schema";
import { fail, ok, type Result } from "../result";
import { parsedJson } from "./log-entry";

/** No tree of ours is higher: it would have more entries than can be counted. */
const mostHashes = 64;

const provedEntrySchema = z.object({
  index: z.number().int().min(0),
  entry: z.string(),
  record: z.string(),
  inclusion: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(mostHashes),
});

const bundleSchema = z.object({
  claimId: z.string(),
  slug: z.string(),
  reportSlug: z.string(),
  shortClaim: z.string(),
  content: z.record(z.string(), z.unknown()),
  contentHash: z.string(),
  ...publishedPartsSchema.shape,
  publishedAt: z.string(),
  number: z.number(),
  correction: revisionSchema.nullish(),
  /** Of a version that is not the present one: the number of the next. Nothing here proves it. */
  replacedBy: z.number().nullish(),
  demo: z.boolean(),
  notice: z.object({ kind: z.string(), reason: z.string(), since: z.string() }).nullable(),
  claimReview: z
    .object({
      claimReviewed: z.unknown(),
      reviewBody: z.unknown(),
      reviewRating: z.object({ alternateName: z.unknown(), ratingValue: z.unknown() }),
    })
    .nullable(),
  proof: z.object({
    v: z.literal(1),
    keys: z.array(z.string()).max(20),
    checkpoint: z.string(),
    publication: provedEntrySchema,
    notice: provedEntrySchema.nullable(),
  }),
});

export type ProvedEntry = z.infer<typeof provedEntrySchema>;
/** A published verdict as `/claims/….json` hands it out, with its proof. */
export type Bundle = z.infer<typeof bundleSchema>;

/** The parts of a bundle that `verifyBundle` says something about. */
export const provedParts: ReadonlySet<string> = new Set(
  Object.keys(bundleSchema.shape).filter((name) => name !== "replacedBy"),
);

/** Longer ones are none of ours: an article's report has a few hundred kilobytes at most. */
const mostCharacters = 20_000_000;

/** Reads a bundle and the names of what else is in it, which nothing here proves. */
export function parseBundle(text: string): Result<{ bundle: Bundle; others: string[] }, string> {
  if (text.length > mostCharacters) return fail("It is too long to be a verdict’s bundle.");
  const json = parsedJson(text.replace(/^\uFEFF/, ""));
  if (json === undefined) return fail("It is no JSON.");
  if (typeof json === "object" && json !== null && "proof" in json && json.proof === null) {
    return fail("It has no proof: the desk could not sign its log when it handed the bundle out.");
  }
  const parsed = bundleSchema.safeParse(json);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join(".") ?? "";
    return fail(
      `It is no bundle of a published verdict${at === "" ? "" : `: “${at}” is missing or not right`}.`,
    );
  }
  const others = Object.keys(json ?? {}).filter((name) => !provedParts.has(name));
  return ok({ bundle: parsed.data, others });
}

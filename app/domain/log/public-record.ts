import canonicalize from "canonicalize";
import { z } from "zod";

import {
  publishedPartsSchema,
  publishedSourceSchema,
  revisionSchema,
} from "../report/published-schema";
import { fail, ok, type Result } from "../result";
import { parsedJson } from "./log-entry";

const everyRecord = {
  v: z.literal(1),
  claimId: z.string(),
  slug: z.string(),
  /** Which publication of the verdict it is about, from 1. */
  number: z.number().int().min(1),
  contentHash: z.string(),
  reportId: z.string(),
};

const publicationSchema = z.object({
  ...everyRecord,
  kind: z.enum(["published", "corrected"]),
  /** Not in a first publication, nor in what was corrected before there were kinds. */
  correction: revisionSchema.optional(),
  shortClaim: z.string(),
  /** The signed content, exactly as it was signed. */
  content: z.string(),
  ...publishedPartsSchema.shape,
  publishedAt: z.string(),
  report: z.object({
    slug: z.string(),
    headline: z.string(),
    summary: z.string(),
    source: publishedSourceSchema,
    demo: z.boolean(),
    publishedBy: z.string(),
    publishedAt: z.string(),
    updatedAt: z.string(),
    /** In which order it tells its verdicts, by their claims; left out where no editor has set one. */
    order: z.array(z.string()).optional(),
  }),
});

const noticeSchema = z.object({
  ...everyRecord,
  kind: z.enum(["correction_begun", "retracted"]),
  reason: z.string(),
  since: z.string(),
});

const upheldSchema = z.object({ ...everyRecord, kind: z.literal("upheld") });

/** The report was taken from readers, or given back to them; an entry for each of its verdicts. */
const unpublishedSchema = z.object({
  ...everyRecord,
  kind: z.literal("unpublished"),
  reason: z.string(),
  since: z.string(),
});
const republishedSchema = z.object({ ...everyRecord, kind: z.literal("republished") });

const recordSchema = z.discriminatedUnion("kind", [
  publicationSchema,
  noticeSchema,
  upheldSchema,
  unpublishedSchema,
  republishedSchema,
]);

/** What readers see of a verdict since it was published or corrected. */
export type PublicationRecord = z.infer<typeof publicationSchema>;
/** What readers see above a verdict since then. */
export type NoticeRecord = z.infer<typeof noticeSchema>;
/** Everything that readers were told by one entry of the log. */
export type PublicRecord = z.infer<typeof recordSchema>;

export const isPublication = (record: PublicRecord): record is PublicationRecord =>
  record.kind === "published" || record.kind === "corrected";

/** The record of a text, which has to be canonical (RFC 8785). */
export function parseRecord(text: string): Result<PublicRecord, string> {
  const json = parsedJson(text);
  const record = recordSchema.safeParse(json);
  if (!record.success) return fail("It is no record of something published.");
  return canonicalize(json) === text ? ok(record.data) : fail("It is not in canonical form.");
}

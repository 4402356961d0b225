import canonicalize from "canonicalize";
import { z } from "zod";

import { fail, ok, type Result } from "../result";

/** What an entry says that readers were told. */
export const entryKinds = [
  "published",
  "corrected",
  "correction_begun",
  "upheld",
  "retracted",
  "unpublished",
  "republished",
] as const;
export type EntryKind = (typeof entryKinds)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0);

const logEntrySchema = z.strictObject({
  v: z.literal(1),
  index: count,
  /** When it was entered, by the database's clock. */
  at: z.string(),
  kind: z.enum(entryKinds),
  /** The claim's part of its address. */
  claim: z.string(),
  publication: z.number().int().min(1),
  /** SHA-256 of the signed content. */
  contentHash: hash,
  /** SHA-256 of everything that the page shows. */
  recordHash: hash,
  /** Where the desk's own trail stood. */
  trail: z.strictObject({ seq: count, hash }),
});

/** One entry of the public log. It names nobody. */
export type LogEntry = z.infer<typeof logEntrySchema>;

/** The entry of a text, which has to be canonical (RFC 8785): no entry has two spellings. */
export function parseLogEntry(text: string): Result<LogEntry, string> {
  const json = parsedJson(text);
  const entry = logEntrySchema.safeParse(json);
  if (!entry.success) return fail("It is no entry of a log.");
  return canonicalize(json) === text ? ok(entry.data) : fail("It is not in canonical form.");
}

/** Undefined for what is no JSON. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

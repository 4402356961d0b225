import { z } from "zod";

import {
  commentedFields,
  commentSize,
  longestQuote,
  longestReplacement,
  longestWord,
  mostMentions,
} from "~/domain/review/discussion";

const id = z.string().min(1).max(64);
const instant = z.iso.datetime().max(40);
/** A Yjs relative position as JSON. */
const position = z.string().max(300);

export const anchorValue = z.union([
  z.strictObject({
    kind: z.literal("field"),
    field: z.enum(commentedFields),
    card: id.optional(),
  }),
  z.strictObject({
    kind: z.literal("words"),
    from: position,
    to: position,
    quote: z.string().max(longestQuote),
  }),
]);

export const resolutionValue = z.union([
  z.strictObject({ state: z.enum(["resolved", "reopened", "withdrawn"]), by: id, at: instant }),
  z.strictObject({
    state: z.literal("declined"),
    by: id,
    at: instant,
    word: z.string().max(longestWord).optional(),
  }),
]);

/**
 * That a proposal was accepted. Apart from the resolution, because the words of the rationale have changed with it: whatever
 * somebody else decides at the same moment, this stays. `inserted` is the first of the letters that came in.
 */
export const acceptanceValue = z.strictObject({
  by: id,
  at: instant,
  inserted: z
    .strictObject({ client: z.int().nonnegative(), clock: z.int().nonnegative() })
    .optional(),
});

/** What a comment is made of in the shared document; `words` apart, whose length the server's limits say. */
const values = {
  author: id,
  at: instant,
  /** The first comment of a thread says what the thread is about, every other one which thread it belongs to. */
  anchor: anchorValue,
  thread: id,
  mentions: z.array(id).max(mostMentions),
  editedAt: instant,
  removed: z.boolean(),
  resolution: resolutionValue,
  /** What a proposal, which is a thread about words of the rationale, would put in their place. */
  replacement: z.string().refine((words) => commentSize(words) <= longestReplacement),
  accepted: acceptanceValue,
};

/** A whole comment, as it is read. */
export const storedComment = z.object({
  ...values,
  words: z.string(),
  anchor: values.anchor.optional(),
  thread: values.thread.optional(),
  mentions: values.mentions.optional(),
  editedAt: values.editedAt.optional(),
  removed: values.removed.optional(),
  resolution: values.resolution.optional(),
  replacement: values.replacement.optional(),
  accepted: values.accepted.optional(),
});

type Field = keyof typeof values;

/** For each field of a comment but `words`, whether a value may stand there. */
export const commentFields = Object.fromEntries(
  Object.entries(values).map(([name, schema]) => [
    name,
    (value: unknown) => schema.safeParse(value).success,
  ]),
) as Record<Field, (value: unknown) => boolean>;

/** Fields that only a comment's author changes, and only they. Everything else stays as it was first written. */
export const ownFields: readonly string[] = ["words", "mentions", "editedAt", "removed"];
/** The fields of a comment that others may set: whoever does names themselves in it. */
export const sharedField = "resolution";
export const acceptedField = "accepted";
/** Fields that can be written anew and never taken away: a thread would fall apart, or forget who closed it. */
export const lastingFields: readonly string[] = ["words", sharedField, acceptedField];

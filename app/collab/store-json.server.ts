import { z } from "zod";

import type { LoggedEdit } from "~/domain/review/logged-edit";
import {
  rowRefusals,
  type ReviewLook,
  type ReviewRow,
  type RowOutcome,
  type StoredDocument,
  type StoredRow,
} from "./store";

/** What few rows bring, as `append_review_rows` takes it. */
export interface BroughtJson {
  client_ids: number[];
  mentions: { comment: string; person: string; outcome?: "accepted" | "declined" }[];
}

/** A row as `append_review_updates` takes it. */
export interface ReviewRowJson extends BroughtJson {
  claim_id: string;
  author: string;
  update_b64: string;
  edits: number;
  comments_only: boolean;
}

/** A look as `note_review_looks` takes it. */
export interface ReviewLookJson {
  claim_id: string;
  person: string;
  first: number;
  n: number;
}

export const lookToJson = ({ claimId, personId, first, n }: ReviewLook): ReviewLookJson => ({
  claim_id: claimId,
  person: personId,
  first,
  n,
});

const worded = z.union([
  z
    .string()
    .regex(/^[1-9]\d*$/)
    .transform((n) => ({ n: Number(n) })),
  z.enum(rowRefusals).transform((refused) => ({ refused })),
]);

const outcomes = z.array(
  z.union([
    z.object({ n: z.number().int().positive() }),
    z.object({ refused: z.enum(rowRefusals) }),
  ]),
);

const stored = z
  .object({
    lineage: z.string(),
    head: z.number().int().nonnegative(),
    snapshot: z.string().nullable(),
    updates: z.array(z.tuple([z.number().int().positive(), z.string()])),
    clients: z.record(z.string(), z.string()),
  })
  .nullable();

export function rowToJson(row: ReviewRow): ReviewRowJson {
  return {
    claim_id: row.claimId,
    author: row.author,
    update_b64: toBase64(row.update),
    edits: row.edits,
    comments_only: row.isCommentsOnly ?? false,
    ...broughtToJson(row),
  };
}

export function broughtToJson(row: ReviewRow): BroughtJson {
  return {
    client_ids: row.clientIds,
    mentions: (row.mentions ?? []).map(({ comment, person, outcome }) => ({
      comment,
      person,
      ...(outcome && { outcome }),
    })),
  };
}

/** Throws when the database answered with another number of rows, or something else altogether. */
export const outcomesFromJson = (answer: unknown, rows: number): RowOutcome[] =>
  oneEach(outcomes.parse(answer), rows);

/** The same of numbers and refusals that are nothing but words. */
export const outcomesFromWords = (answer: unknown, rows: number): RowOutcome[] =>
  oneEach(z.array(worded).parse(answer), rows);

function oneEach(read: RowOutcome[], rows: number): RowOutcome[] {
  if (read.length !== rows) throw new Error(`${rows} rows appended, ${read.length} answered`);
  return read;
}

/** Throws on anything but a list of ids. */
export const claimIdsFromJson = (answer: unknown): string[] => z.array(z.string()).parse(answer);

/** Null when there is no such claim. Throws on anything but a document. */
export function storedFromJson(answer: unknown): StoredDocument | null {
  const read = stored.parse(answer);
  if (read === null) return null;
  return {
    lineage: read.lineage,
    head: read.head,
    snapshot: read.snapshot === null ? null : fromBase64(read.snapshot),
    updates: read.updates.map(([n, update]) => ({ n, update: fromBase64(update) })),
    clients: new Map(Object.entries(read.clients).map(([id, person]) => [Number(id), person])),
  };
}

const rows = z.array(z.tuple([z.number().int().positive(), z.string(), z.string()]));
const historyRows = z.array(
  z.tuple([
    z.number().int().positive(),
    z.string(),
    z.string(),
    z.number().int().positive(),
    z.string(),
  ]),
);
const heads = z.record(z.string(), z.number().int().nonnegative());

/** Throws on anything but rows. */
export function rowsFromJson(answer: unknown): StoredRow[] {
  return rows
    .parse(answer)
    .map(([n, author, update]) => ({ n, author, update: fromBase64(update) }));
}

/** Throws on anything but rows of a history. */
export function historyFromJson(answer: unknown): LoggedEdit[] {
  return historyRows.parse(answer).map(([n, author, at, edits, update]) => ({
    n,
    author,
    at: new Date(at).toISOString(),
    edits,
    update: fromBase64(update),
  }));
}

export function headsFromJson(answer: unknown): Map<string, number> {
  return new Map(Object.entries(heads.parse(answer)));
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64"));
}

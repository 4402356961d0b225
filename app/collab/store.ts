import type { LoggedEdit } from "~/domain/review/logged-edit";

import type { Mention } from "./comments/new-mentions";

/** A review document as it rests in storage. */
export interface StoredDocument {
  /** Names this document for good. A local copy with another lineage belongs to something else. */
  lineage: string;
  /** Number of the newest row. */
  head: number;
  /** State after some row, and the updates of every row after that one, in order. */
  snapshot: Uint8Array | null;
  updates: { n: number; update: Uint8Array }[];
  /** Which person introduced which Yjs client id. */
  clients: Map<number, string>;
}

/** A row as it was appended, by this process or another. */
export interface StoredRow {
  n: number;
  author: string;
  update: Uint8Array;
}

/** One row to append: what one person did in one document since the row before. */
export interface ReviewRow {
  claimId: string;
  author: string;
  clientIds: number[];
  update: Uint8Array;
  /** How many of the person's messages are in it. */
  edits: number;
  /** Nothing but comments, from somebody who may write nothing else. */
  isCommentsOnly?: boolean;
  /** Whom its comments mention. */
  mentions?: readonly Mention[];
}

/** Somebody was shown a review as it stood after row `first`, then as far as row `n`, and turned away. */
export interface ReviewLook {
  claimId: string;
  personId: string;
  first: number;
  n: number;
}

/** Why the database did not take a row. The claim, the person or the desk changed since the handshake. */
export const rowRefusals = [
  "no_claim",
  "not_in_review",
  "no_right",
  "second_reviewer",
  "foreign_client",
  "read_only",
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

/** Writes that somebody tried in another's name, or without a right. Each is recorded in the trail. */
export type RefusedWrite = "foreign_client" | "presence" | "read_only" | "comment";

export type RowOutcome = { n: number } | { refused: RowRefusal };

/**
 * Where review documents rest. Every method rejects when storage cannot be reached in time; after a rejected `append`
 * the rows may or may not have been committed.
 */
export interface ReviewDocumentStore {
  /** Null when there is no such claim. Without the snapshot when the one that is kept cannot be read. */
  load(claimId: string, fromSnapshot?: boolean): Promise<StoredDocument | null>;
  /** Rows after one, oldest first; perhaps not all of them, but some where there are any. */
  rowsAfter(claimId: string, n: number): Promise<StoredRow[]>;
  /** Rows after one with all that is known of them, oldest first; perhaps not all, but some where there are any. */
  historyAfter(claimId: string, n: number): Promise<LoggedEdit[]>;
  /** The reviews that were written in last, newest first: those that people come back to when a server starts. */
  underWay(most: number): Promise<string[]>;
  /** The number of the newest row of each document. */
  heads(claimIds: readonly string[]): Promise<Map<string, number>>;
  /** From now on no document is made of this row. */
  setAside(claimId: string, n: number, why: string): Promise<void>;
  /** One transaction for all rows. One outcome per row, in order; a refused row does not fail the others. */
  append(rows: readonly ReviewRow[]): Promise<RowOutcome[]>;
  /** Keeps the state after row `upto` for fast loading. */
  snapshot(claimId: string, upto: number, state: Uint8Array): Promise<void>;
  /** Remembers how far people have seen reviews; a look that is older than the one it knows changes nothing. */
  noteLooks(looks: readonly ReviewLook[]): Promise<void>;
  /** Puts a refused write into the trail. */
  recordRefusedWrite(claimId: string, personId: string, kind: RefusedWrite): Promise<void>;
}

/** One committed row of a review's log: what one person did since the row before. */
export interface LoggedEdit {
  /** Counts from 1 within a review. */
  n: number;
  /** Person id. */
  author: string;
  /** ISO 8601. */
  at: string;
  /** How many of the author's messages are in it. */
  edits: number;
  /** A Yjs update; empty when the row was set aside because it cannot be read. */
  update: Uint8Array;
}

/** One row of a review's log, without its bytes. */
export interface HistoryEntry {
  n: number;
  /** Person id. */
  author: string;
  /** ISO 8601. */
  at: string;
  /** How many of the author's messages are in the row. */
  edits: number;
}

/** A time in which people worked on a review without a longer pause: rows `first` to `last`. */
export interface Sitting {
  first: number;
  last: number;
  startedAt: string;
  endedAt: string;
  /** Who wrote, with how many messages, the busiest first. */
  authors: { id: string; edits: number }[];
}

/** Milliseconds without an edit that end a sitting: longer than looking something up takes. */
export const sittingPause = 15 * 60_000;

/** The sittings of a log, oldest first. Rows must be in order; a clock set back does not end a sitting. */
export function sittingsOf(entries: readonly HistoryEntry[], pause = sittingPause): Sitting[] {
  const sittings: (Sitting & { edits: Map<string, number> })[] = [];
  for (const { n, author, at, edits } of entries) {
    let sitting = sittings.at(-1);
    if (!sitting || Date.parse(at) - Date.parse(sitting.endedAt) > pause) {
      sitting = { first: n, last: n, startedAt: at, endedAt: at, authors: [], edits: new Map() };
      sittings.push(sitting);
    }
    sitting.last = n;
    sitting.endedAt = at;
    sitting.edits.set(author, (sitting.edits.get(author) ?? 0) + edits);
  }
  return sittings.map(({ edits, ...sitting }) => ({
    ...sitting,
    authors: [...edits]
      .map(([id, count]) => ({ id, edits: count }))
      .sort((a, b) => b.edits - a.edits),
  }));
}

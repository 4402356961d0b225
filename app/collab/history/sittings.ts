import type { LoggedEdit } from "~/domain/review/logged-edit";

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

/** The sittings of a log, oldest first. Edits must be in order; a clock set back does not end a sitting. */
export function sittingsOf(
  log: readonly Omit<LoggedEdit, "update">[],
  pause = sittingPause,
): Sitting[] {
  const sittings: (Sitting & { edits: Map<string, number> })[] = [];
  for (const { n, author, at, edits } of log) {
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

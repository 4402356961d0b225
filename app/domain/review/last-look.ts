/** How far somebody had seen a review: its newest row then, and when they turned away from it. */
export interface Look {
  n: number;
  /** ISO 8601. */
  at: string;
}

/** The last look, and the one that ended the visit before it. */
export interface Looks {
  last: Look;
  before: Look | null;
}

/** When somebody last had a claim before them in the approval lane, and at the end of the visit before. ISO 8601. */
export interface LaneLooks {
  at: string;
  before: string | null;
}

/** Milliseconds after which coming back is another visit; `note_review_looks` and `note_approval_look` have the same. */
export const visitPause = 15 * 60_000;

/**
 * The look that news are told since. The last one when others wrote after it. Where nobody did, a page that is loaded
 * again, or the history that is opened from the room, goes on with the visit and tells the same as it did at its start.
 */
export function lookToTell(
  { last, before }: Looks,
  readerId: string,
  rows: readonly { n: number; author: string }[],
  now: number,
): Look {
  const isNew = rows.some(({ n, author }) => n > last.n && author !== readerId);
  if (isNew || before === null) return last;
  return now - Date.parse(last.at) <= visitPause ? before : last;
}

/**
 * The look in the lane that news are told since: that of the visit before while this one lasts. Null when all is new. It may
 * tell again what was seen a minute ago, and never keeps quiet about anything.
 */
export const laneLookToTell = (looks: LaneLooks | null, now: number): string | null =>
  looks === null || now - Date.parse(looks.at) > visitPause ? (looks?.at ?? null) : looks.before;

/** Names in a sentence: "Ana, Ben and Cara". */
export function namesInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** What others did, in a few words: "3 changes and 1 comment by Ana and Ben". */
export function newsWords(changes: number, comments: number, by: readonly string[]): string {
  const counted = [
    changes > 0 && (changes === 1 ? "1 change" : `${changes} changes`),
    comments > 0 && (comments === 1 ? "1 comment" : `${comments} comments`),
  ].filter((part) => part !== false);
  return `${counted.join(" and ")} by ${namesInWords(by)}`;
}

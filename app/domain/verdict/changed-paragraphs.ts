import { diffArrays } from "diff";

/** A paragraph that is another in a later text: of which place in the earlier one, and what it says in each. */
export interface ParagraphChange {
  /** Its place in the earlier text, counted from 0; for one that came, the place it came before. */
  at: number;
  /** Null for one that came. */
  from: string | null;
  /** Null for one that went. */
  to: string | null;
}

/** The paragraphs that differ, in order. One that went and one that came in its place count as one that changed. */
export function changedParagraphs(
  before: readonly string[],
  after: readonly string[],
): ParagraphChange[] {
  const changes: ParagraphChange[] = [];
  const parts = diffArrays([...before], [...after]);
  let at = 0;
  parts.forEach((part, index) => {
    if (part.added) {
      const replaced = parts[index - 1]?.removed ? (parts[index - 1]?.value.length ?? 0) : 0;
      // What stood there was told with what went.
      const fresh = part.value.slice(replaced);
      changes.push(...fresh.map((to) => ({ at, from: null, to })));
      return;
    }
    if (part.removed) {
      const next = parts[index + 1];
      const come = next?.added ? next.value : [];
      part.value.forEach((from, place) =>
        changes.push({ at: at + place, from, to: come[place] ?? null }),
      );
    }
    at += part.value.length;
  });
  return changes;
}

/** Whole words of a paragraph, and what would stand in their place. */
export interface WordChange {
  /** Where they begin and end in the earlier paragraph. */
  from: number;
  to: number;
  words: string;
}

/**
 * The shortest run of whole words that makes one paragraph of the other. Never an empty one: where words only came in,
 * the word beside them goes with it. Null where nothing but blanks differs.
 */
export function changedWords(before: string, after: string): WordChange | null {
  if (before.trim() === after.trim()) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  start = wordStart(before, start);
  let end = wordEnd(before, before.length - tail);
  if (before.slice(start, end).trim() === "") {
    start = wordStart(before, before.slice(0, start).trimEnd().length);
    if (before.slice(start, end).trim() === "") end = wordEnd(before, firstLetter(before, end) + 1);
  }
  const words = after.slice(start, after.length - (before.length - end));
  return { ...withoutBlanks(before, start, end), words: words.trim() };
}

const isBlank = (text: string, at: number): boolean => /\s/u.test(text.charAt(at));

function wordStart(text: string, from: number): number {
  let at = from;
  while (at > 0 && !isBlank(text, at - 1)) at -= 1;
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = Math.max(0, from);
  while (at < text.length && !isBlank(text, at)) at += 1;
  return at;
}

function firstLetter(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text, at)) at += 1;
  return at;
}

function withoutBlanks(text: string, start: number, end: number): { from: number; to: number } {
  const run = text.slice(start, end);
  const from = start + (run.length - run.trimStart().length);
  return { from, to: Math.max(from, end - (run.length - run.trimEnd().length)) };
}

/** Words of a text that are selected: from one to another, in the order in which they were reached. */
export interface WordSelection {
  anchor: number;
  focus: number;
}

/** A word in a text: UTF-16 units. `line` counts the paragraphs. */
export interface Word {
  start: number;
  end: number;
  line: number;
}

/** The words of a text, with the punctuation that clings to them. */
export function wordsOf(text: string): Word[] {
  let line = 0;
  let last = 0;
  return [...text.matchAll(/\S+/gu)].map((match) => {
    if (text.slice(last, match.index).includes("\n")) line += 1;
    last = match.index + match[0].length;
    return { start: match.index, end: last, line };
  });
}

/**
 * Where a key leads: arrows to the next word or paragraph, Home and End to the ends of the paragraph; with Shift the
 * selection grows to there. Null for any other key.
 */
export function stepByKey(
  words: readonly Word[],
  at: WordSelection | null,
  key: string,
  isExtending: boolean,
): WordSelection | null {
  const from = at?.focus ?? -1;
  const to = target(words, from, key);
  if (to === null) return null;
  const focus = Math.max(0, Math.min(to, words.length - 1));
  return { anchor: isExtending && at !== null ? at.anchor : focus, focus };
}

function target(words: readonly Word[], from: number, key: string): number | null {
  const line = words[Math.max(from, 0)]?.line ?? 0;
  switch (key) {
    case "ArrowRight":
      return from + 1;
    case "ArrowLeft":
      return from - 1;
    case "ArrowDown":
      return from < 0
        ? 0
        : orLast(
            words,
            words.findIndex((word) => word.line === line + 1),
          );
    case "ArrowUp":
      return words.findIndex((word) => word.line === Math.max(0, line - 1));
    case "Home":
      return words.findIndex((word) => word.line === line);
    case "End":
      return words.findLastIndex((word) => word.line === line);
    default:
      return null;
  }
}

const orLast = (words: readonly Word[], found: number): number =>
  found === -1 ? words.length - 1 : found;

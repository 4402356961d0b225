/** A paragraph of an article's text, and what tells it from others. */
export interface Block {
  /** UTF-16 units in the text. */
  start: number;
  end: number;
  text: string;
  /** The same for two paragraphs that differ in blanks alone. */
  key: string;
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;

/** A text without what nobody sees: how blanks are written, and signs without a width. */
export const seen = (text: string): string =>
  text.normalize("NFC").replace(invisible, "").replace(/\s+/gu, " ").trim();

/** The paragraphs of a text: it breaks at line breaks, as it does wherever it is shown. */
export function blocksOf(text: string): Block[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap((found) => {
    const key = seen(found[0]);
    const start = found.index;
    return key === "" ? [] : [{ start, end: start + found[0].length, text: found[0], key }];
  });
}

/** Whether two texts of an article say the same, in the same paragraphs. */
export function saysTheSame(one: string, other: string): boolean {
  const [a, b] = [blocksOf(one), blocksOf(other)];
  return a.length === b.length && a.every(({ key }, at) => key === b[at]?.key);
}

/** Whether two stretches are the same words, however their quotation marks and dashes are set. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string =>
  seen(text)
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, "-");

/**
 * How much of one text's words another has, from 0 to 1. An article that was rewritten keeps its names; a page that has
 * nothing to do with it has hardly any of them.
 */
export function wordsKept(before: string, after: string): number {
  const words = longWords(before);
  if (words.size === 0) return before.trim() === after.trim() ? 1 : 0;
  return shareOf(words, longWords(after));
}

/** How much of one set of words another has, from 0 to 1; 0 where there are none. */
export function shareOf(words: ReadonlySet<string>, there: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  return [...words].filter((word) => there.has(word)).length / words.size;
}

/** The words of a text that say something, small letters. */
export const longWords = (text: string): Set<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);

import { plainWords, tellingWords } from "./match-words";

/** More words than any claim has; of longer texts the beginning is compared. */
const longestCompared = 120;

/** A text as it is compared word by word. */
export interface Wording {
  /** Every word in order, at most `longestCompared` of them. */
  plain: string[];
  /** The words that tell it apart, as in the search by words. */
  telling: string[];
}

export function wordingOf(text: string): Wording {
  const plain = plainWords(text);
  return { plain: plain.slice(0, longestCompared), telling: tellingWords(plain) };
}

/** Length of the longest common subsequence: how many words both say in the same order, whatever stands between. */
export function inOrder(a: readonly string[], b: readonly string[]): number {
  let above = new Uint16Array(b.length + 1);
  for (const word of a) {
    const row = new Uint16Array(b.length + 1);
    for (let j = 1; j <= b.length; j += 1) {
      row[j] =
        b[j - 1] === word ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Runs of four letters inside words, borders included, with how often each occurs. */
export function lettersOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    const bounded = ` ${word} `;
    for (let i = 0; i + 4 <= bounded.length; i += 1) {
      const run = bounded.slice(i, i + 4);
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return counts;
}

/** Dice's coefficient of two counts, 0 to 1. */
export function overlap(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [run, count] of a) {
    shared += Math.min(count, b.get(run) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Each word with the one after it. */
export const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((word, i) => `${words[i] ?? ""} ${word}`);

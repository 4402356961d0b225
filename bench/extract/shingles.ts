/**
 * How a text is held against the true one, as evaluate.py of scrapinghub/article-extraction-benchmark does it: by
 * counting runs of four words. Figures are shares, so that a long article weighs no more than a short one.
 */
export interface Overlap {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
}

const run = 4;

/** Runs of four words with how often each occurs; a text with fewer words is one run of all of them. */
function shingles(text: string): Map<string, number> {
  // What Python's \w takes for a word: letters, numbers of all kinds and the underscore, but no combining marks.
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let index = 0; index < Math.max(1, words.length - run + 1); index += 1) {
    const shingle = words.slice(index, index + run).join(" ");
    if (shingle !== "") found.set(shingle, (found.get(shingle) ?? 0) + 1);
  }
  return found;
}

export function overlap(truth: string, read: string): Overlap {
  const wanted = shingles(truth);
  const given = shingles(read);
  let truePositive = 0;
  let falsePositive = 0;
  let falseNegative = 0;
  for (const shingle of new Set([...wanted.keys(), ...given.keys()])) {
    const want = wanted.get(shingle) ?? 0;
    const give = given.get(shingle) ?? 0;
    truePositive += Math.min(want, give);
    falsePositive += Math.max(0, give - want);
    falseNegative += Math.max(0, want - give);
  }
  const sum = truePositive + falsePositive + falseNegative || 1;
  return {
    truePositive: truePositive / sum,
    falsePositive: falsePositive / sum,
    falseNegative: falseNegative / sum,
  };
}

export interface Figures {
  f1: number;
  precision: number;
  recall: number;
  /** The share of texts that are right to the last run of words. */
  accuracy: number;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Precision over what was read, recall over what there was to read, and F1 of these two means. */
export function figures(pages: readonly Overlap[]): Figures {
  const precision = mean(
    pages
      .filter((page) => page.truePositive + page.falsePositive > 0)
      .map((page) => page.truePositive / (page.truePositive + page.falsePositive)),
  );
  const recall = mean(
    pages
      .filter((page) => page.truePositive + page.falseNegative > 0)
      .map((page) => page.truePositive / (page.truePositive + page.falseNegative)),
  );
  const sum = precision + recall;
  const right = pages.filter((page) => page.falsePositive === 0 && page.falseNegative === 0);
  return {
    f1: sum === 0 ? 0 : (2 * precision * recall) / sum,
    precision,
    recall,
    accuracy: pages.length === 0 ? 0 : right.length / pages.length,
  };
}

/** A generator of numbers from 0 to 1, the same for each seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The 95 % interval of a figure over samples of pages, drawn with repetition, the same pages for everything that is measured. */
export function bootstrap(
  pages: number,
  measure: (sample: readonly number[]) => number,
  samples = 1000,
): [low: number, high: number] {
  const next = numbers(20_261_128);
  const found = Array.from({ length: samples }, () =>
    measure(Array.from({ length: pages }, () => Math.floor(next() * pages))),
  ).sort((a, b) => a - b);
  const at = (share: number) => found[Math.round(share * (samples - 1))] ?? 0;
  return [at(0.025), at(0.975)];
}

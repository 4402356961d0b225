/** A document that answers, with its BM25 score. */
export interface Hit {
  /** Its place among the documents given. */
  doc: number;
  score: number;
}

interface Posting {
  docs: number[];
  counts: number[];
}

/**
 * The constants of BM25. Textbook values but for `rarity`: above 1 rare words count more; chosen on development
 * queries. The database ranks with them too.
 */
export const bm25Constants = { saturation: 1.2, lengthShare: 0.75, rarity: 1.2 } as const;
const { saturation, lengthShare } = bm25Constants;

/** How much a word tells that stands in `seen` of `documents`: high for a rare one. */
export function weightOfWord(documents: number, seen: number): number {
  return Math.log(1 + (documents - seen + 0.5) / (seen + 0.5)) ** bm25Constants.rarity;
}

/** An index in memory over documents given as words. */
export class Bm25 {
  readonly #postings = new Map<string, Posting>();
  readonly #lengths: number[] = [];
  #total = 0;
  #sums = new Float64Array(0);

  /** Adds a document; its place is the number of documents added before it. */
  add(words: readonly string[]): void {
    const doc = this.#lengths.length;
    this.#lengths.push(words.length);
    this.#total += words.length;
    for (const word of words) {
      let posting = this.#postings.get(word);
      if (!posting) {
        posting = { docs: [], counts: [] };
        this.#postings.set(word, posting);
      }
      const last = posting.docs.length - 1;
      if (posting.docs[last] === doc) posting.counts[last] = (posting.counts[last] ?? 0) + 1;
      else {
        posting.docs.push(doc);
        posting.counts.push(1);
      }
    }
  }

  get size(): number {
    return this.#lengths.length;
  }

  /** How much a word tells: high for a rare one, that of a word never seen for one not in the index. */
  weightOf(word: string): number {
    return weightOfWord(this.size, this.#postings.get(word)?.docs.length ?? 0);
  }

  /** The best documents for a query, best first. A word said twice counts once: posts repeat themselves. */
  search(words: readonly string[], limit: number): Hit[] {
    if (this.#sums.length < this.size) this.#sums = new Float64Array(this.size);
    const sums = this.#sums;
    const touched: number[] = [];
    const average = this.#total / Math.max(1, this.size);
    for (const word of new Set(words)) {
      const posting = this.#postings.get(word);
      if (!posting) continue;
      const weight = this.weightOf(word);
      for (const [i, doc] of posting.docs.entries()) {
        const count = posting.counts[i] ?? 0;
        const length = (this.#lengths[doc] ?? 0) / average;
        const grown = count + saturation * (1 - lengthShare + lengthShare * length);
        if (sums[doc] === 0) touched.push(doc);
        sums[doc] = (sums[doc] ?? 0) + (weight * count * (saturation + 1)) / grown;
      }
    }
    const hits = touched.map((doc) => ({ doc, score: sums[doc] ?? 0 }));
    for (const doc of touched) sums[doc] = 0;
    return hits.sort((a, b) => b.score - a.score || a.doc - b.doc).slice(0, limit);
  }
}

/** Claims ranked by the letters they share with a query, three at a time, as pg_trgm does. */
export class TrigramBaseline {
  readonly #postings = new Map<string, number[]>();
  readonly #sizes: number[] = [];

  constructor(texts: readonly string[]) {
    for (const [i, text] of texts.entries()) {
      const trigrams = trigramsOf(text);
      this.#sizes.push(trigrams.size);
      for (const trigram of trigrams) {
        const posting = this.#postings.get(trigram);
        if (posting) posting.push(i);
        else this.#postings.set(trigram, [i]);
      }
    }
  }

  /** The places of the most similar texts, best first. */
  search(text: string, limit: number): number[] {
    const trigrams = trigramsOf(text);
    const shared = new Uint32Array(this.#sizes.length);
    for (const trigram of trigrams) {
      for (const doc of this.#postings.get(trigram) ?? []) shared[doc] = (shared[doc] ?? 0) + 1;
    }
    const likeness = (doc: number) =>
      (shared[doc] ?? 0) / Math.sqrt(trigrams.size * (this.#sizes[doc] ?? 1) || 1);
    return [...shared.keys()].sort((a, b) => likeness(b) - likeness(a)).slice(0, limit);
  }
}

function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  }
  return found;
}

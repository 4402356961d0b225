import { inOrder, lettersOf, overlap, pairsOf } from "./wording";
import type { Wording } from "./wording";

/** How much a word tells in a collection: high for a rare one. See `Bm25.weightOf`. */
export type WeightOf = (word: string) => number;

/** A candidate as it is compared with a query. */
export interface Compared {
  claim: Wording;
  title: Wording;
  /** Its BM25 score. */
  score: number;
}

export const rankingNames = [
  "score against the query's own",
  "score against the best",
  "share of the query said in the same order",
  "letters in common",
  "share of the claim or of the title found",
  "a number of the claim missing",
  "pairs of words in common with the title",
  "length of the claim",
] as const;

/**
 * The features by which each candidate is put in order, in the order of `rankingNames`. Beyond the words in common they
 * see their order, small words included: a sentence that repeats a claim often quotes it.
 */
export function rankingFeatures(
  query: Wording,
  candidates: readonly Compared[],
  weightOf: WeightOf,
): number[][] {
  const asked = new Set(query.telling);
  const weigh = (words: Iterable<string>) => {
    let sum = 0;
    for (const word of words) sum += weightOf(word);
    return sum;
  };
  const shareFound = (words: ReadonlySet<string>) =>
    weigh([...words].filter((word) => asked.has(word))) / (weigh(words) || 1);
  const own = weigh(asked) || 1;
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0) || 1;
  const letters = lettersOf(query.plain);
  const pairs = new Set(pairsOf(query.plain));
  return candidates.map(({ claim, title, score }) => {
    const words = new Set(claim.telling);
    const titlePairs = [...new Set(pairsOf(title.plain))];
    return [
      score / own,
      score / best,
      inOrder(query.plain, claim.plain) / Math.max(1, query.plain.length),
      overlap(letters, lettersOf(claim.plain)),
      Math.max(shareFound(words), shareFound(new Set(title.telling))),
      [...words].some((word) => /^\d/.test(word) && !asked.has(word)) ? 1 : 0,
      Math.log1p(titlePairs.filter((pair) => pairs.has(pair)).length),
      Math.log1p(words.size),
    ];
  });
}

/** How much speaks for a candidate; only differences from its rivals mean anything. */
export const standingOf = (features: readonly number[], weights: readonly number[]): number =>
  features.reduce((sum, feature, i) => sum + feature * (weights[i] ?? 0), 0);

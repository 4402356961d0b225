import { confidenceOf, likenessOf } from "./confidence";

/** A known claim that shares words with a query, as the words of `matchWords`, with its BM25 score. */
export interface Candidate<Id = string> {
  id: Id;
  claim: readonly string[];
  title: readonly string[];
  score: number;
}

/** What a claim was matched with. */
export interface Matches<Id = string> {
  /** The known claims that share words with it, the likeliest first. */
  ranked: { id: Id; score: number }[];
  /** How likely the first of them says the same, 0 to 1; 0 when there is none. Shown with every match. */
  confidence: number;
}

/** How much a word tells in a collection: high for a rare one. See `Bm25.weightOf`. */
export type WeightOf = (word: string) => number;

/** How many candidates to look at again: the best by BM25. */
export const candidatesRead = 30;

/**
 * The second look at what a search by words found, wherever that search was made: puts the candidates in order and says
 * how far the first of them can be trusted. `candidates` are the words of `matchWords`, best first by BM25.
 */
export function rankCandidates<Id>(
  query: readonly string[],
  candidates: readonly Candidate<Id>[],
  weightOf: WeightOf,
): Matches<Id> {
  const features = likenessOfFirst(query, candidates, weightOf);
  return {
    ranked: candidates.map(({ id, score }) => ({ id, score })),
    confidence: features === null ? 0 : confidenceOf(features),
  };
}

/** What the confidence in the first candidate is computed from; null when there is none. For training. */
export function likenessOfFirst<Id>(
  query: readonly string[],
  [best, next]: readonly Candidate<Id>[],
  weightOf: WeightOf,
): number[] | null {
  if (!best) return null;
  return likenessOf({
    query,
    claim: best.claim,
    title: best.title,
    weightOf,
    score: best.score,
    nextScore: next?.score ?? 0,
  });
}

import { confidenceOf, likenessOf } from "./confidence";
import { rankingFeatures, standingOf } from "./ranking";
import type { Compared, WeightOf } from "./ranking";
import { rankingWeights } from "./trained-ranking";
import { wordingOf } from "./wording";

/** A known claim that shares words with a query, with its BM25 score. */
export interface Candidate<Id = string> {
  id: Id;
  text: string;
  title?: string | null | undefined;
  score: number;
}

/** What a claim was matched with. */
export interface Matches<Id = string> {
  /**
   * The known claims that share words with it, the likeliest first. A score is that claim's share of the belief in any
   * of them, 0 to 1; whether any of them is right says the confidence.
   */
  ranked: { id: Id; score: number }[];
  /** How likely the first of them says the same, 0 to 1; 0 when there is none. Shown with every match. */
  confidence: number;
}

/** How many candidates to look at again: the best by BM25. */
export const candidatesRead = 30;

/**
 * The second look at what a search by words found, wherever that search was made: puts the candidates in order and says
 * how far the first of them can be trusted. `candidates` come best first by BM25; `weightOf` must know every word that
 * `matchWords` finds in the query, the claims and the titles.
 */
export function rankCandidates<Id>(
  query: string,
  candidates: readonly Candidate<Id>[],
  weightOf: WeightOf,
): Matches<Id> {
  const { order, likeness } = secondLook(query, candidates, weightOf);
  const [best] = order;
  const shares = order.map(({ standing }) => Math.exp(standing - (best?.standing ?? 0)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return {
    ranked: order.map(({ id }, i) => ({ id, score: (shares[i] ?? 0) / total })),
    confidence: likeness === null ? 0 : confidenceOf(likeness),
  };
}

/**
 * The candidates in their new order, and what the confidence in the first is computed from: null when there is none.
 * `weights` are one for each of `rankingNames`.
 */
export function secondLook<Id>(
  query: string,
  candidates: readonly Candidate<Id>[],
  weightOf: WeightOf,
  weights: readonly number[] = rankingWeights,
): { order: { id: Id; standing: number }[]; likeness: number[] | null } {
  const asked = wordingOf(query);
  const compared = candidates.map(comparedOf);
  const features = rankingFeatures(asked, compared, weightOf);
  const order = compared
    .map((each, i) => ({
      id: each.id,
      compared: each,
      standing: standingOf(features[i] ?? [], weights),
    }))
    .sort((a, b) => b.standing - a.standing);
  const [best, next] = order;
  const likeness =
    best === undefined
      ? null
      : likenessOf({
          query: asked.telling,
          claim: best.compared.claim.telling,
          title: best.compared.title.telling,
          weightOf,
          score: best.compared.score,
          lead: next ? best.standing - next.standing : null,
        });
  return { order, likeness };
}

/** A candidate as it is compared, its words taken apart. */
export const comparedOf = <Id>({
  id,
  text,
  title,
  score,
}: Candidate<Id>): Compared & { id: Id } => ({
  id,
  claim: wordingOf(text),
  title: wordingOf(title ?? ""),
  score,
});

import { ClaimIndex } from "~/domain/claim/match/claim-index";
import { likenessNames } from "~/domain/claim/match/confidence";
import { candidatesRead, secondLook } from "~/domain/claim/match/rank-candidates";

import { fitLogistic } from "./logistic";
import type { Rows } from "./logistic";
import type { KnownClaim, Query } from "./read-data";

/** The best match of one query, once with the claim it repeats in the collection and once without. */
export interface Trial {
  features: number[];
  /** Whether the match is right. */
  right: boolean;
  /** Whether the claim was there to be found. */
  present: boolean;
}

export const indexOf = (claims: readonly KnownClaim[]): ClaimIndex =>
  new ClaimIndex(claims.map(({ id, claim, title }) => ({ id, text: claim, title })));

/** Two trials of every query, with candidates put in order by `weights`. */
export function trialsOf(
  index: ClaimIndex,
  queries: readonly Query[],
  weights: readonly number[],
): Trial[] {
  return queries.flatMap(({ text, gold }) =>
    [true, false].flatMap((present): Trial[] => {
      const without = new Set(present ? [] : gold);
      const candidates = index.candidates(text, candidatesRead, without);
      const { order, likeness } = secondLook(text, candidates, index.weightOf, weights);
      const [best] = order;
      return best && likeness
        ? [{ features: likeness, right: gold.includes(best.id), present }]
        : [];
    }),
  );
}

/** Queries against small collections too: a desk starts with a handful of verdicts, where any rival is missing. */
const smallCollections = [3, 12, 60];

/** Every training query against its whole collection and against small ones. */
export function allTrials(
  claims: readonly KnownClaim[],
  queries: readonly Query[],
  weights: readonly number[],
): Trial[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const small = smallCollections.flatMap((size) =>
    Array.from({ length: Math.ceil(queries.length / size) }, (_, i) => {
      const few = queries.slice(i * size, (i + 1) * size);
      const known = new Set(few.flatMap((query) => query.gold));
      return trialsOf(indexOf([...known].flatMap((id) => byId.get(id) ?? [])), few, weights);
    }).flat(),
  );
  return [...trialsOf(indexOf(claims), queries, weights), ...small];
}

/** Fits the confidence in a match. Intercept first. */
export function fitConfidence(trials: readonly Trial[]): number[] {
  const width = likenessNames.length;
  const rows: Rows = {
    start: Uint32Array.from({ length: trials.length + 1 }, (_, i) => i * width),
    index: Uint32Array.from({ length: trials.length * width }, (_, i) => i % width),
    value: Float32Array.from(trials.flatMap((trial) => trial.features)),
  };
  const point = fitLogistic(rows, {
    labels: Uint8Array.from(trials, (trial) => (trial.right ? 1 : 0)),
    weights: new Float64Array(trials.length).fill(1),
    width,
    penalty: 0.1,
    iterations: 200,
  });
  return [point[width] ?? 0, ...point.subarray(0, width)].map((x) => Number(x.toFixed(4)));
}

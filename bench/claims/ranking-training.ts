import type { ClaimIndex } from "~/domain/claim/match/claim-index";
import { comparedOf } from "~/domain/claim/match/rank-candidates";
import { rankingFeatures, rankingNames, standingOf } from "~/domain/claim/match/ranking";
import { wordingOf } from "~/domain/claim/match/wording";

import { minimise } from "./minimise";
import type { Query } from "./read-data";

/** What the search by words found for one query, and which of it is right. */
export interface Choice {
  /** Queries of one group share a debate or a claim, and are never parted by a fold. */
  group: string;
  gold: number;
  features: number[][];
  right: boolean[];
}

export function choicesOf(index: ClaimIndex, queries: readonly Query[]): Choice[] {
  return queries.map(({ id, text, gold }) => {
    const found = index.candidates(text);
    return {
      group: /^(\d{8}_.*)_\d+$/.exec(id)?.[1] ?? gold[0] ?? id,
      gold: gold.length,
      features: rankingFeatures(wordingOf(text), found.map(comparedOf), index.weightOf),
      right: found.map((candidate) => gold.includes(candidate.id)),
    };
  });
}

const penalty = 3;

/** Fits the weights under which the right candidates get most of the belief (a softmax over each query's finds). */
export function fitRanking(choices: readonly Choice[]): number[] {
  const answered = choices.filter(({ right }) => right.includes(true));
  const spread = spreadOf(answered.flatMap(({ features }) => features));
  const scaled = answered.map(({ features, right }) => ({
    right,
    features: features.map((row) => row.map((value, i) => value / (spread[i] ?? 1))),
  }));
  const point = minimise((at) => lossOf(scaled, at), rankingNames.length, 200);
  return Array.from(point, (weight, i) => Number((weight / (spread[i] ?? 1)).toFixed(4)));
}

function lossOf(choices: readonly Pick<Choice, "features" | "right">[], point: Float64Array) {
  const weights = [...point];
  const gradient = point.map((weight) => penalty * weight);
  let loss = weights.reduce((sum, weight) => sum + 0.5 * penalty * weight * weight, 0);
  for (const { features, right } of choices) {
    const standings = features.map((row) => standingOf(row, weights));
    const most = Math.max(...standings);
    const shares = standings.map((standing) => Math.exp(standing - most));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const good = shares.reduce((sum, share, i) => sum + (right[i] === true ? share : 0), 0);
    loss += Math.log(all) - Math.log(good);
    for (const [i, row] of features.entries()) {
      const share = shares[i] ?? 0;
      const push = share / all - (right[i] === true ? share / good : 0);
      for (const [k, value] of row.entries()) gradient[k] = (gradient[k] ?? 0) + push * value;
    }
  }
  return { loss, gradient };
}

/** The standard deviation of each column, so that the penalty treats them alike. */
function spreadOf(rows: readonly number[][]): number[] {
  return rankingNames.map((_, i) => {
    const column = rows.map((row) => row[i] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length);
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(square / Math.max(1, column.length)) || 1;
  });
}

/** MAP@5 of every choice when the weights are fitted on the other folds. */
export function crossValidated(choices: readonly Choice[], folds = 5): number[] {
  const groups = [...new Set(choices.map((choice) => choice.group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % folds]));
  const fits = Array.from({ length: folds }, (_, fold) =>
    fitRanking(choices.filter((choice) => foldOf.get(choice.group) !== fold)),
  );
  return choices.map((choice) => precisionOf(choice, fits[foldOf.get(choice.group) ?? 0] ?? []));
}

function precisionOf({ features, right, gold }: Choice, weights: readonly number[]): number {
  const order = features
    .map((row, i) => ({ right: right[i] === true, standing: standingOf(row, weights) }))
    .sort((a, b) => b.standing - a.standing);
  return precisionAt5(
    order.map((each) => each.right),
    gold,
  );
}

/** Average precision of the first five of a ranking, when `gold` claims are right in all. */
export function precisionAt5(right: readonly boolean[], gold: number): number {
  let hits = 0;
  let sum = 0;
  for (const [i, is] of right.slice(0, 5).entries()) {
    if (!is) continue;
    hits += 1;
    sum += hits / (i + 1);
  }
  return sum / Math.min(5, Math.max(1, gold));
}

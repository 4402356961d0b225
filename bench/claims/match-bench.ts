import { Bm25 } from "~/domain/claim/match/bm25";
import { proposesMatch } from "~/domain/claim/match/claim-index";
import { confidenceOf } from "~/domain/claim/match/confidence";
import { matchWords } from "~/domain/claim/match/match-words";
import { rankingWeights } from "~/domain/claim/match/trained-ranking";

import { indexOf, trialsOf } from "./confidence-training";
import { areaUnderCurve } from "./measures";
import { precisionAt5 } from "./ranking-training";
import { readKnownClaims, readQueries } from "./read-data";
import type { Query } from "./read-data";
import type { Row } from "./table";
import { TrigramBaseline } from "./trigram-baseline";

/** Previously checked claims, on the queries that the confidence was not fitted on. */
export function matchRows(data: string): Row[] {
  return ["claimretrieval-2a", "claimretrieval-2b"].flatMap((set) => {
    const claims = readKnownClaims(data, set);
    const queries = readQueries(data, set, "dev");
    const index = indexOf(claims);
    const claimOnly = new Bm25();
    for (const { claim } of claims) claimOnly.add(matchWords(claim));
    const trigrams = new TrigramBaseline(claims.map((each) => `${each.claim} ${each.title ?? ""}`));
    const idAt = (place: number) => claims[place]?.id ?? "";
    const trials = trialsOf(index, queries, rankingWeights);
    const confidences = trials.map((trial) => confidenceOf(trial.features));
    const present = trials.map((trial) => trial.present);
    const shown = trials.filter((_, i) => (confidences[i] ?? 0) >= proposesMatch);
    const there = shown.filter((trial) => trial.present).length;
    return [
      {
        measure: `${set}, MAP@5`,
        ours: map5(queries, (text) => index.match(text, 5).ranked.map((hit) => hit.id)),
        peers: {
          "BM25 of claim and title": map5(queries, (text) =>
            index.candidates(text, 5).map(({ id }) => id),
          ),
          "BM25 of the claim alone": map5(queries, (text) =>
            claimOnly.search(matchWords(text), 5).map((hit) => idAt(hit.doc)),
          ),
          trigrams: map5(queries, (text) => trigrams.search(text, 5).map(idAt)),
        },
      },
      {
        measure: `${set}, match or none, area under curve`,
        ours: areaUnderCurve(present, confidences),
        peers: {},
      },
      {
        measure: `${set}, match or none, precision at recall .7`,
        ours: precisionAtRecall(present, confidences, 0.7),
        peers: {
          [`recall when shown`]: there / Math.max(1, trials.length / 2),
          [`precision when shown`]: there / Math.max(1, shown.length),
        },
      },
    ];
  });
}

function map5(queries: readonly Query[], rank: (text: string) => string[]): number {
  const each = queries.map(({ text, gold }) => {
    const right = rank(text).map((id) => gold.includes(id));
    return precisionAt5(right, gold.length);
  });
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, queries.length);
}

function precisionAtRecall(
  relevant: readonly boolean[],
  scores: readonly number[],
  recall: number,
): number {
  const order = relevant.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const all = relevant.filter(Boolean).length;
  let hits = 0;
  let best = 0;
  for (const [rank, i] of order.entries()) {
    if (relevant[i] === true) hits += 1;
    if (hits >= recall * all) best = Math.max(best, hits / (rank + 1));
  }
  return best;
}

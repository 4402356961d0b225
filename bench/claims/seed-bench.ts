import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { splitArticle } from "~/domain/claim/split-article";

import { averagePrecision } from "./measures";
import type { Row } from "./table";

const worth = z.enum(["high", "medium", "low"]);
const gold = z.object({
  meta: z.object({ date: z.string() }),
  text: z.string(),
  sentences: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      start: z.number(),
      checkworthiness: worth,
      has_attribution: z.boolean(),
    }),
  ),
  claims: z.array(
    z.object({ sentence: z.string(), span: z.string(), type: z.string(), checkworthiness: worth }),
  ),
});

/** The annotated seed article. The rules were written with it in view: it shows that nothing broke, no more. */
export function seedRows(data: string): Row[] {
  const file = readFileSync(join(data, "claims-gold/seed-gold.json"), "utf8");
  const { meta, text, sentences, claims } = gold.parse(JSON.parse(file));
  const split = splitArticle(text, { publishedOn: meta.date });
  const found = new Map(split.sentences.map((each) => [each.text, each]));
  const high = sentences.map((each) => each.checkworthiness === "high");
  const gains = { high: 2, medium: 1, low: 0 };
  const scores = sentences.map((each) => found.get(each.text)?.score ?? 0);
  const order = sentences.map((_, i) => -i);
  const spans = claims.map((claim) => {
    const from = sentences.find((each) => each.id === claim.sentence)?.start ?? 0;
    const start = text.indexOf(claim.span, from);
    return { ...claim, start, end: start + claim.span.length };
  });
  const overlaps = (a: Span, b: Span) =>
    (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
      (Math.max(a.end, b.end) - Math.min(a.start, b.start)) >=
    0.5;
  const wanted = spans.filter((span) => span.checkworthiness === "high");
  const hit = wanted.filter((span) => split.claims.some((claim) => overlaps(claim, span)));
  const right = split.claims.filter((claim) => spans.some((span) => overlaps(claim, span)));
  const attributed = sentences.filter(
    (each) => found.get(each.text)?.attributed === each.has_attribution,
  );
  const ndcg = (by: readonly number[]) =>
    gainAt8(
      sentences.map((each) => gains[each.checkworthiness]),
      by,
    );
  return [
    {
      measure: "seed, MAP of sentences worth most",
      ours: averagePrecision(high, scores),
      peers: { "document order": averagePrecision(high, order) },
    },
    { measure: "seed, nDCG@8", ours: ndcg(scores), peers: { "document order": ndcg(order) } },
    { measure: "seed, recall of claims worth most", ours: hit.length / wanted.length, peers: {} },
    { measure: "seed, precision of claims", ours: right.length / split.claims.length, peers: {} },
    {
      measure: "seed, attributed or not, accuracy",
      ours: attributed.length / sentences.length,
      peers: {},
    },
  ];
}

interface Span {
  start: number;
  end: number;
}

function gainAt8(gains: readonly number[], by: readonly number[]): number {
  const sum = (order: readonly number[]) =>
    order.slice(0, 8).reduce((total, i, rank) => total + (gains[i] ?? 0) / Math.log2(rank + 2), 0);
  const places = gains.map((_, i) => i);
  const best = places.toSorted((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0));
  return sum(places.toSorted((a, b) => (by[b] ?? 0) - (by[a] ?? 0))) / (sum(best) || 1);
}

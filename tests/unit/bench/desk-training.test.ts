import fc from "fast-check";
import { expect, test } from "vitest";

import type { DeskLabel } from "../../../bench/claims/desk-labels";
import { deskExamples, effectOfDesk, partByTime } from "../../../bench/claims/desk-training";
import { fitWeights, toExamples } from "../../../bench/claims/score-training";

const judged = (i: number, label: 0 | 1, changes: Partial<DeskLabel> = {}): DeskLabel => ({
  text: label === 1 ? `The mill burned ${i} tons of peat.` : `What a lovely evening, friend ${i}.`,
  articleId: `article ${Math.floor(i / 10)}`,
  at: `2026-11-${String(10 + Math.floor(i / 10)).padStart(2, "0")}T10:00:00Z`,
  label,
  weight: 1,
  ...changes,
});
const sixty = Array.from({ length: 60 }, (_, i) => judged(i, i % 2 === 0 ? 1 : 0));

test("the newest articles are held out, whole", () => {
  const parts = partByTime(sixty.toReversed());
  const articles = (labels: readonly DeskLabel[] = []) =>
    [...new Set(labels.map(({ articleId }) => articleId))].sort();
  expect(articles(parts?.later)).toEqual(["article 4", "article 5"]);
  expect(articles(parts?.earlier)).toEqual(["article 0", "article 1", "article 2", "article 3"]);
});

test.each([
  ["fewer than 50 labels", sixty.slice(0, 49)],
  ["one article", sixty.map((label) => ({ ...label, articleId: "only" }))],
  [
    "newest articles that were all taken up",
    sixty.map((each, i) => (i >= 40 ? judged(i, 1) : each)),
  ],
])("%s are not measured", (_what, labels) => {
  expect(partByTime(labels)).toBeNull();
});

test("whatever the labels, parts are all of them, and no article is in both", () => {
  const label = fc
    .record({ article: fc.nat(8), day: fc.nat(9), worth: fc.boolean() })
    .map(({ article, day, worth }) =>
      judged(0, worth ? 1 : 0, { articleId: `${article}`, at: `2026-11-1${day}T10:00:00Z` }),
    );
  fc.assert(
    fc.property(fc.array(label, { minLength: 50, maxLength: 90 }), (labels) => {
      const parts = partByTime(labels);
      if (!parts) return;
      const { earlier, later } = parts;
      expect(earlier.length + later.length).toBe(labels.length);
      const held = new Set(later.map(({ articleId }) => articleId));
      expect(earlier.some(({ articleId }) => held.has(articleId))).toBe(false);
    }),
  );
});

const debates = toExamples(
  Array.from({ length: 40 }, (_, i) => ({
    text: i % 2 === 0 ? `Taxes rose by ${i} percent.` : `Thank you, senator ${i}.`,
    debate: "2000",
    verdict: i % 2 === 0 ? (1 as const) : (-1 as const),
  })),
);

/** A model is fitted twice; each has a weight for every place there is. */
const patience = 60_000;

test(
  "without a desk the weights are the same to the last bit",
  () => {
    const weighed = debates.map((example) => ({ ...example, weight: 1 }));
    const bytes = (examples: typeof debates) =>
      Buffer.from(fitWeights([...examples, ...deskExamples([])]).weights.buffer);
    expect(bytes(weighed).equals(bytes(debates))).toBe(true);
  },
  patience,
);

test(
  "what a desk teaches shows on its newest articles",
  () => {
    // Taught the other way round than the debates would have it.
    const upsideDown = sixty.map((each, i) => ({
      ...each,
      label: i % 2 === 0 ? (0 as const) : (1 as const),
    }));
    const effect = effectOfDesk(upsideDown, debates, { slope: 1, shift: 0 });
    expect(effect).toMatchObject({ trained: 40, heldOut: 20, after: { averagePrecision: 1 } });
    expect(effect?.before.averagePrecision).toBeLessThan(0.7);
  },
  patience,
);

test("a judgement counts by its weight", () => {
  const [half, whole] = deskExamples([judged(0, 0, { weight: 0.5 }), judged(0, 0)]);
  expect((half?.weight ?? 0) * 2).toBe(whole?.weight);
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { weigh } from "~/domain/claim/check-worthiness";
import type { Weighed } from "~/domain/claim/check-worthiness";

const plain: Weighed = {
  words: "the firm opened the bridge to the public after the holidays",
  type: "status",
  claimant: null,
  speakerWords: "",
  directQuote: false,
  hearsay: false,
  aside: false,
  position: 0.5,
  centrality: 0,
  before: 10,
  openNotes: 0,
};

const worth = (change: Partial<Weighed>) => weigh({ ...plain, ...change }).checkWorthiness;

test("a number, a cause and an official make a claim worth more", () => {
  const none = worth({});
  expect(
    worth({ words: "the firm paid 4 million euros for the bridge after the holidays" }),
  ).toBeGreaterThan(none);
  expect(worth({ type: "causal" })).toBeGreaterThan(none);
  expect(worth({ claimant: "Lopes", speakerWords: "minister Lopes" })).toBeGreaterThan(none);
});

test("hearsay, predictions and opinions are worth less", () => {
  const none = worth({});
  for (const change of [{ hearsay: true }, { type: "prediction" }, { type: "opinion" }] as const) {
    expect(worth(change)).toBeLessThan(none);
  }
  expect(worth({ type: "opinion" })).toBeLessThan(0.1);
});

test("the reasons are the features that hold, the strongest first", () => {
  const { reasons } = weigh({ ...plain, type: "causal", hearsay: true });
  expect(reasons.slice(0, 2)).toEqual(["causal claim", "hearsay"]);
});

test("the score stays between 0 and 1 whatever holds", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (words, flag, position) => {
        const score = worth({ words, directQuote: flag, hearsay: !flag, position });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      },
    ),
  );
});

test("the dimensions tell the words, the public's interest and the hold for a check apart", () => {
  const of = (change: Partial<Weighed>) => weigh({ ...plain, ...change }).dimensions;
  const none = of({});
  const numbers = of({ words: "the firm opened 12 bridges to the public in 2012" });
  expect(numbers.specificity).toBeGreaterThan(none.specificity);
  expect(numbers.checkability).toBeGreaterThan(none.checkability);
  expect(numbers.publicInterest).toBe(none.publicInterest);
  const accused = of({ words: "the firm refused to open the bridge after the holidays" });
  expect(accused.publicInterest).toBeGreaterThan(none.publicInterest);
  expect(accused.specificity).toBe(none.specificity);
});

test("what stands among the first sentences is worth more, what is little but a quotation less", () => {
  expect(worth({ before: 1 })).toBeGreaterThan(worth({ before: 3 }));
  const words =
    "the firm said: “we opened the bridge to the public after the holidays in the spring”";
  expect(worth({ words })).toBeLessThan(worth({ words: words.replace(/[“”]/g, "") }));
});

test("what could happen is not hedged, what perhaps happened is", () => {
  const reasonsOf = (words: string) => weigh({ ...plain, words }).reasons;
  expect(reasonsOf("the firm could close the bridge to the public")).not.toContain("hedged");
  expect(reasonsOf("the firm may have closed the bridge")).not.toContain("hedged");
  expect(reasonsOf("the firm perhaps closed the bridge")).toContain("hedged");
});

test("early are the first three sentences, however long the article is", () => {
  const early = "stands early in the article";
  expect(weigh({ ...plain, before: 2, position: 0.4 }).reasons).toContain(early);
  expect(weigh({ ...plain, before: 9, position: 0.1 }).reasons).not.toContain(early);
});

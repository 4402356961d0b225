import { expect, test } from "vitest";

import { openedDraft, type DraftContent } from "~/domain/report/report-draft";
import { completeOrder, inEditorsOrder, movedTo } from "~/domain/report/verdict-order";

const verdicts = [
  { claimId: "c", start: 30 },
  { claimId: "a", start: 10 },
  { claimId: "b", start: 20 },
];

test("what the editor put in order comes first, the rest as it stands in the article", () => {
  const ids = (order: string[]) =>
    inEditorsOrder(verdicts, order, (one) => one).map(({ claimId }) => claimId);
  expect(ids([])).toEqual(["a", "b", "c"]);
  expect(ids(["c", "gone"])).toEqual(["c", "a", "b"]);
  expect(ids(["b", "c", "a"])).toEqual(["b", "c", "a"]);
});

test("one is moved to another place, and to no place that is not there", () => {
  expect(movedTo(["a", "b", "c"], "a", 2)).toEqual(["b", "c", "a"]);
  expect(movedTo(["a", "b", "c"], "c", 0)).toEqual(["c", "a", "b"]);
  for (const [id, to] of [
    ["a", 3],
    ["a", -1],
    ["z", 0],
  ] as const) {
    expect(movedTo(["a", "b", "c"], id, to)).toEqual(["a", "b", "c"]);
  }
  expect(completeOrder(["b", "gone", "b"], ["a", "b"])).toEqual(["b", "a"]);
});

const known: DraftContent = {
  ...{ headline: "Out", summary: "As published.", order: ["a", "b"] },
  shortClaims: { b: "Suggested" },
};

test("the composer opens with what was saved, as far as it is about what is there", () => {
  expect(openedDraft(known, null)).toEqual(known);
  const draft = {
    ...{ headline: "Mine", summary: "", order: ["b", "gone"] },
    shortClaims: { gone: "Of a claim that was reopened" },
  };
  expect(openedDraft(known, draft)).toEqual({
    ...{ headline: "Mine", summary: "", order: ["b", "a"] },
    shortClaims: { b: "Suggested" },
  });
});

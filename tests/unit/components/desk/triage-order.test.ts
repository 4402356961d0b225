import { expect, test } from "vitest";

import type { TriageClaim } from "~/components/desk/triage-claims";
import { inOrder, triageOrderOf } from "~/components/desk/triage-order";
import type { Dimensions } from "~/domain/claim/check-worthiness";

import { claim } from "../../../support/claims";

const item = (
  id: string,
  checkWorthiness: number,
  dimensions: Dimensions | null = null,
): TriageClaim => ({
  claim: claim({ id, checkWorthiness, dimensions }),
  actions: [],
  matches: [],
  maySetTopics: true,
});

const list = [
  item("first", 0.4, { checkability: 0.9, publicInterest: 0.1, specificity: 0.2 }),
  item("by hand", 0.5),
  item("last", 0.8, { checkability: 0.3, publicInterest: 0.7, specificity: 0.2 }),
];
const ids = (items: readonly TriageClaim[]) => items.map((each) => each.claim.id);

test("what is worth most comes first", () => {
  expect(ids(inOrder(list, "worth"))).toEqual(["last", "by hand", "first"]);
});

test("an editor can weigh by one dimension", () => {
  expect(ids(inOrder(list, "checkability"))).toEqual(["first", "by hand", "last"]);
  expect(ids(inOrder(list, "publicInterest"))).toEqual(["last", "by hand", "first"]);
});

test("equals and the article’s own order stay as they came", () => {
  expect(ids(inOrder(list, "article"))).toEqual(["first", "by hand", "last"]);
  expect(ids(inOrder(list, "specificity"))).toEqual(["by hand", "first", "last"]);
});

test("an address that names no order means the usual one", () => {
  expect(triageOrderOf("specificity")).toBe("specificity");
  expect(triageOrderOf("constructor")).toBe("worth");
  expect(triageOrderOf(null)).toBe("worth");
});

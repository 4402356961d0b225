import { expect, test } from "vitest";

import type { ChangedItem, ClaimItem } from "~/domain/claim/list/claim-item";
import { noNews, rowsInPlace, waitingChanges, withNews } from "~/domain/claim/list/list-news";
import {
  nothingSelected,
  selectRange,
  toggleAll,
  toggleRow,
} from "~/domain/claim/list/row-selection";

const row = (id: string, version = 1): ClaimItem => ({
  id,
  version,
  state: "open",
  statement: `Statement ${id}`,
  quote: "",
  claimant: null,
  type: "event",
  checkWorthiness: 0.5,
  priority: "normal",
  articleId: "a",
  articleTitle: "",
  outlet: null,
  leadId: null,
  leadName: null,
  secondId: null,
  secondName: null,
  recusedIds: [],
  topics: [],
  dueOn: null,
  createdAt: "",
  updatedAt: "",
});
const changed = (id: string, version: number, matches: boolean): ChangedItem => ({
  ...row(id, version),
  state: "in_review",
  matches,
});

test("what others change shows in its place; nothing moves or comes in by itself", () => {
  const rows = [row("a"), row("b"), row("c")];
  const news = withNews(noNews(7), {
    seq: 9,
    changed: [
      changed("b", 2, true),
      changed("c", 2, false),
      changed("new", 1, true),
      changed("far", 1, false),
    ],
    more: false,
  });
  const shown = rowsInPlace(rows, news);
  expect(shown.map(({ item }) => item.id)).toEqual(["a", "b", "c"]);
  expect(shown.map((it) => it.news)).toEqual(["same", "changed", "gone"]);
  expect(shown[1]?.item.state).toBe("in_review");
  // One changed, one left, one would come in; the one of another list is not counted.
  expect(waitingChanges(rows, news)).toBe(3);
});

test("older news change nothing", () => {
  const known = withNews(noNews(7), { seq: 9, changed: [changed("b", 3, true)], more: false });
  expect(withNews(known, { seq: 8, changed: [changed("b", 2, true)], more: true })).toBe(known);
});

test("rows are selected one by one, as a range in either direction, and all", () => {
  const order = ["a", "b", "c", "d"];
  const one = toggleRow(nothingSelected, "c");
  expect([...selectRange(one, order, "a").selected].toSorted()).toEqual(["a", "b", "c"]);
  expect([...toggleRow(one, "c").selected]).toEqual([]);
  expect([...selectRange(nothingSelected, order, "b").selected]).toEqual(["b"]);
  const all = toggleAll(one, order);
  expect(all.selected.size).toBe(4);
  expect(toggleAll(all, order).selected.size).toBe(0);
});

test("topics that came or went are news, though they leave the claim’s version as it was", () => {
  const now = { ...row("1"), topics: [{ id: "t", name: "Health" }], matches: true };
  const news = withNews(noNews(1), { seq: 2, changed: [now], more: false });
  expect(rowsInPlace([row("1")], news)).toEqual([{ item: now, news: "changed" }]);
  expect(waitingChanges([row("1")], news)).toBe(1);
  expect(waitingChanges([{ ...row("1"), topics: now.topics }], news)).toBe(0);
});

import { expect, it } from "vitest";

import { whyNotClear } from "~/domain/people/permissions";
import type { Person, Role } from "~/domain/people/person";
import { nextToClear, returnReason, type LaneItem } from "~/domain/review/clearance";

const item = (claimId: string, isCleared = false): LaneItem => ({
  claimId,
  version: 1,
  statement: claimId,
  articleId: "a",
  articleTitle: "",
  dueOn: null,
  leadId: "lead",
  secondId: "second",
  recusedIds: [],
  leadName: null,
  secondName: null,
  signedBy: ["second"],
  rating: "true",
  approvedAt: "2024-02-01T10:00:00Z",
  cleared: isCleared ? { by: "x", byName: "X", at: "2024-02-01T10:00:00Z" } : null,
});

it.each([
  ["2", "4"],
  ["4", "1"],
  ["5", "1"],
  ["elsewhere", "1"],
])("goes on from %s to %s", (from, to) => {
  const lane = [item("1"), item("2"), item("3"), item("4"), item("5", true)];
  const next = nextToClear(lane, from, ({ claimId }) => claimId !== "3");
  expect(next?.claimId).toBe(to);
});

it("opens nothing when nothing waits for this person", () => {
  expect(nextToClear([item("1"), item("2", true)], "1", () => true)).toBeNull();
  expect(nextToClear([item("1"), item("2")], "1", () => false)).toBeNull();
});

it("joins a chosen reason and one's own words", () => {
  expect(returnReason("Too short.", " See page 2. ")).toBe("Too short. See page 2.");
  expect(returnReason("", "Own")).toBe("Own");
  expect(returnReason(" ", "")).toBe("");
});

it.each<[string, Role, string | null]>([
  ["editor", "editor", null],
  ["admin", "admin", null],
  ["reviewer", "reviewer", "role"],
  ["lead", "editor", "lead"],
  ["second", "editor", "second"],
  ["judge", "editor", "signed"],
  ["brother", "admin", "conflict"],
])("lets %s as %s clear: %s", (id, role, expected) => {
  const person: Person = { id, name: id, role };
  const claim = { leadId: "lead", secondId: "second", recusedIds: ["brother"] };
  expect(whyNotClear(person, claim, ["judge"])).toBe(expected);
});

import { describe, expect, test } from "vitest";

import {
  commentSize,
  isOpen,
  mentionsIn,
  openThreads,
  openThreadsMessage,
  type Resolution,
  type Thread,
} from "~/domain/review/discussion";

const thread = (id: string, state: Resolution["state"] | null): Thread => ({
  id,
  anchor: { kind: "field", field: "summary" },
  replacement: null,
  comments: [],
  resolution: state && { state, by: "ann", at: "2026-11-27T10:00:00.000Z" },
});

test("a thread is open until it is resolved, and again when it is reopened", () => {
  expect(isOpen(thread("a", null))).toBe(true);
  expect(isOpen(thread("a", "resolved"))).toBe(false);
  expect(isOpen(thread("a", "reopened"))).toBe(true);
  for (const state of ["accepted", "declined", "withdrawn"] as const) {
    expect(isOpen(thread("a", state))).toBe(false);
  }
});

test("only open threads keep a review from being submitted, and the words say how many", () => {
  const threads = [thread("a", null), thread("b", "resolved"), thread("c", "reopened")];
  expect(openThreads(threads).map(({ id }) => id)).toEqual(["a", "c"]);
  expect(openThreadsMessage(0)).toBeNull();
  expect(openThreadsMessage(1)).toContain("1 thread of the discussion is open.");
  expect(openThreadsMessage(2)).toContain("2 threads of the discussion are open.");
});

describe("a mention", () => {
  const people = [
    { id: "1", name: "Ann" },
    { id: "2", name: "Ann Lee" },
    { id: "3", name: "Ben" },
  ];

  test("is a whole name behind an @, and the longer of two that fit", () => {
    expect(mentionsIn("Look, @Ann Lee!", people)).toEqual(["2"]);
    expect(mentionsIn("@Ann and @Ann Lee", people)).toEqual(["2", "1"]);
    expect(mentionsIn("Ann said so to Ben", people)).toEqual([]);
  });
});

test("the length of a comment is counted in bytes", () => {
  expect(commentSize("aé€")).toBe(6);
});

import { describe, expect, test } from "vitest";

import { describeRefusal, type Refusal } from "~/domain/refusal";

const stale = (changes: Partial<Extract<Refusal, { kind: "stale" }>>): Refusal => ({
  kind: "stale",
  state: "second_review",
  movedBy: "Ana",
  movedAt: "2024-02-05T10:30:12Z",
  action: "submit",
  moved: true,
  secondsAgo: 12,
  ...changes,
});

describe("somebody who was not first is told who was, what they did, and when", () => {
  test.each<[string, Refusal]>([
    ["Ana moved this claim to second review 12 seconds ago.", stale({})],
    ["Ana moved this claim to second review a moment ago.", stale({ secondsAgo: 1 })],
    [
      "You moved this claim to approved 3 minutes ago.",
      stale({ movedBy: "You", state: "approved", secondsAgo: 200 }),
    ],
    [
      "Ana changed who has this claim a minute ago.",
      stale({ action: "assign", moved: false, secondsAgo: 61 }),
    ],
    [
      "Ana gave the second verdict on this claim 5 seconds ago.",
      stale({ action: "decide", moved: false, secondsAgo: 5 }),
    ],
    [
      "Somebody changed this claim on 2024-02-05 at 10:30 UTC.",
      stale({ action: null, movedBy: null, moved: false, secondsAgo: 4000 }),
    ],
  ])("%s", (words, refusal) => {
    expect(describeRefusal(refusal).startsWith(`${words} Nothing of yours was changed`)).toBe(true);
  });
});

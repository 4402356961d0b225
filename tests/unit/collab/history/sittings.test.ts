import { expect, it } from "vitest";

import { sittingsOf } from "~/collab/history/sittings";

const entry = (n: number, author: string, minute: number, edits = 1) => ({
  n,
  author,
  at: new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString(),
  edits,
});

it("ends a sitting with a pause, and names the busiest author first", () => {
  const [first, second, ...more] = sittingsOf([
    entry(1, "ana", 0),
    entry(2, "ben", 10, 7),
    entry(3, "ana", 20, 2),
    entry(4, "ana", 36),
  ]);
  expect(first).toEqual({
    first: 1,
    last: 3,
    startedAt: entry(1, "ana", 0).at,
    endedAt: entry(3, "ana", 20).at,
    authors: [
      { id: "ben", edits: 7 },
      { id: "ana", edits: 3 },
    ],
  });
  expect(second).toMatchObject({ first: 4, last: 4, authors: [{ id: "ana", edits: 1 }] });
  expect(more).toEqual([]);
});

it("goes on when a clock was set back", () => {
  expect(sittingsOf([entry(1, "ana", 30), entry(2, "ana", 5)])).toHaveLength(1);
});

it("has none when nothing was written", () => {
  expect(sittingsOf([])).toEqual([]);
});

import { expect, test } from "vitest";

import { limitOf, oneMoreWarning, overBy } from "~/domain/assignment/work-in-hand";

const all = { limit: 3 };
const having = (leads: number, seconds: number, ownLimit: number | null = null) => ({
  ...{ id: "p", name: "Pia", ownLimit, leads, seconds },
});

test("a limit of one's own goes before what holds for everybody", () => {
  expect(limitOf(having(0, 0), all)).toBe(3);
  expect(limitOf(having(0, 0, 1), all)).toBe(1);
});

test("more than enough is counted, and one more is warned of", () => {
  expect(overBy(having(2, 1), all)).toBe(0);
  expect(overBy(having(2, 3), all)).toBe(2);
  expect(oneMoreWarning(having(1, 1), all)).toBeNull();
  expect(oneMoreWarning(having(2, 1), all)).toBe(
    "With one more you would have 4 claims in hand; 3 are meant to be enough.",
  );
});

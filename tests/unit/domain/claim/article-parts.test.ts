import { readFileSync } from "node:fs";

import fc from "fast-check";
import { expect, test } from "vitest";

import { articleParts, roleAt } from "~/domain/claim/article-parts";
import { splitArticle } from "~/domain/claim/split-article";

const seed = readFileSync("seeds/conte-interview.txt", "utf8");

test("every sentence stands in a part of its own role", () => {
  const parts = articleParts(seed);
  const { sentences } = splitArticle(seed);
  for (const { start, role } of sentences) expect(roleAt(parts, start)).toBe(role);
  expect(new Set(parts.map(({ role }) => role)).size).toBeGreaterThan(3);
});

test("offsets count code points, in order and without overlap", () => {
  const pieces = fc.constantFrom(
    "😀 went.",
    "Read more",
    "\n\n",
    "A dog barked in Rome on Monday.",
    " ",
    "By Ann Lee",
  );
  fc.assert(
    fc.property(fc.array(pieces), (list) => {
      const text = list.join("");
      const length = Array.from(text).length;
      let last = 0;
      for (const { start, end } of articleParts(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(length);
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { slugFor, slugify } from "~/domain/report/slug";

test("accents are folded and words kept whole", () => {
  expect(slugify("L’Été à Rome — 2024")).toBe("l-ete-a-rome-2024");
  expect(slugify("one two three", 8)).toBe("one-two");
});

test("every slug is one that the database takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.uuid(), (text, id) => {
      expect(slugFor(text, id)).toMatch(/^[a-z0-9-]{3,100}$/);
    }),
  );
});

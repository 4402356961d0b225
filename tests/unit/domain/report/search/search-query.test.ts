import fc from "fast-check";
import { expect, test } from "vitest";

import {
  isAsked,
  readSearch,
  searchAddress,
  type SearchQuery,
} from "~/domain/report/search/search-query";

const nothing: SearchQuery = {
  ...{ text: null, rating: null, topic: null, claimant: null, from: null, to: null, page: 1 },
};
const read = (address: string) => readSearch(new URL(address, "https://desk.test").searchParams);

test("an address says what is sought, and what makes no sense is not asked for", () => {
  expect(read("/search")).toEqual(nothing);
  expect(read("/search?q=+bridge+&rating=false&from=2024-01-01&page=3")).toEqual({
    ...nothing,
    ...{ text: "bridge", rating: "false", from: "2024-01-01", page: 3 },
  });
  expect(read("/search?rating=retracted").rating).toBe("retracted");
  expect(
    read("/search?q=%00&rating=worst&topic=1&from=0000-01-01&to=2024-02-30&page=-1&other=1"),
  ).toEqual(nothing);
  expect(read(`/search?q=${"a".repeat(500)}&page=99999`)).toEqual({
    ...nothing,
    text: "a".repeat(200),
  });
  expect(isAsked(nothing)).toBe(false);
  expect(isAsked({ ...nothing, page: 2 })).toBe(false);
  expect(isAsked({ ...nothing, to: "2024-01-01" })).toBe(true);
});

test("whatever is sought can be said by an address and read from it again", () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom("q", "rating", "topic", "claimant", "from", "to", "page"),
        fc.string({ unit: "binary" }),
      ),
      (given) => {
        const query = readSearch(new URLSearchParams(given));
        expect(read(searchAddress(query))).toEqual(query);
        expect(JSON.stringify(query)).not.toContain("\\u0000");
      },
    ),
  );
});

test("an address has only what is asked for", () => {
  expect(searchAddress(nothing)).toBe("/search");
  expect(searchAddress({ ...nothing, text: "a b", rating: "true", page: 2 })).toBe(
    "/search?q=a+b&rating=true&page=2",
  );
});

import { expect, test } from "vitest";

import {
  deadFootnotesMessage,
  footnoteMark,
  footnotesIn,
  placesBySource,
  referencesIn,
} from "~/domain/verdict/footnotes";
import { plainText, type RichText } from "~/domain/verdict/rich-text";

const sources = [
  { id: "a", title: "Minutes" },
  { id: "b", title: "Letter" },
];

const everywhere: RichText = [
  { type: "heading", level: 2, runs: [{ text: "Why" }, { footnote: "b" }] },
  { type: "quote", blocks: [{ type: "paragraph", runs: [{ footnote: "a" }] }] },
  {
    type: "list",
    ordered: true,
    items: [[{ type: "paragraph", runs: [{ text: "One" }, { footnote: "b" }] }]],
  },
  {
    type: "table",
    rows: [
      [
        { header: true, blocks: [{ type: "paragraph", runs: [{ text: "Year" }] }] },
        { blocks: [{ type: "paragraph", runs: [{ text: "2024" }, { footnote: "gone" }] }] },
      ],
    ],
  },
];

test("footnotes are found in every kind of block, in reading order", () => {
  expect(footnotesIn(everywhere).map(({ footnote }) => footnote)).toEqual(["b", "a", "b", "gone"]);
});

test("a footnote has the number that its source has in the list, and follows it", () => {
  const numbers = (list: typeof sources) =>
    [...referencesIn(everywhere, list).values()].map(({ place, source }) => [place, source]);
  const [minutes, letter] = [{ title: "Minutes" }, { title: "Letter" }];
  expect(numbers(sources)).toEqual([
    [1, { number: 2, ...letter }],
    [2, { number: 1, ...minutes }],
    [3, { number: 2, ...letter }],
    [4, undefined],
  ]);
  expect(numbers(sources.toReversed())[0]).toEqual([1, { number: 1, ...letter }]);
});

test("each source knows the places that lead to it", () => {
  expect(Object.fromEntries(placesBySource(everywhere))).toEqual({ a: [2], b: [1, 3], gone: [4] });
});

test("a footnote of a removed source is said in words, and keeps the review from being submitted", () => {
  expect(footnoteMark(2)).toBe("[2]");
  expect(footnoteMark(undefined)).toBe("[source was removed]");
  expect(deadFootnotesMessage(everywhere, [...sources, { id: "gone" }])).toBeNull();
  expect(deadFootnotesMessage(everywhere, sources)).toContain("A footnote of the rationale");
  expect(deadFootnotesMessage(everywhere, [])).toContain("4 footnotes");
});

test("the words alone have a tab between the cells of a row, and no footnotes", () => {
  expect(plainText(everywhere)).toBe("Why\n\nOne\nYear\t2024");
});

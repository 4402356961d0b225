import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { anchorOf } from "~/domain/claim/anchor";
import { resolveAnchor } from "~/domain/claim/resolve-anchor";

import { chanceFrom } from "../../../support/chance";
import { dropParagraphs, editLetters } from "../../../support/damage";

const article = readFileSync("seeds/conte-interview.txt", "utf8");

const lines = [
  "The council met on Monday evening in the old town hall.",
  "It rejected the new bridge by 31 votes to 12, said the mayor.",
  "A second vote is planned for the end of March, in the same place.",
];
const text = lines.join("\n\n");
const words = "rejected the new bridge by 31 votes to 12";
const at = text.indexOf(words);
const anchor = anchorOf(text, at, at + words.length);
const quoted = (of: string, found: { start: number; end: number } | null) =>
  found && Array.from(of).slice(found.start, found.end).join("");

describe("the words of an anchor", () => {
  test("stand where they stood", () => {
    expect(resolveAnchor(text, anchor)).toEqual({
      start: at,
      end: at + words.length,
      score: expect.closeTo(1, 9),
      isExact: true,
      isSure: true,
    });
  });

  test("are found behind what was put before them, counted in code points", () => {
    const later = `😀 ${"Corrected on Tuesday. ".repeat(20)}\n\n${text}`;
    const found = resolveAnchor(later, anchor);
    expect(quoted(later, found)).toBe(words);
    expect(found).toMatchObject({ isExact: true, isSure: true });
  });

  test("are found with a figure changed, and that is told", () => {
    const changed = text.replace("31 votes to 12", "32 votes to 11");
    const found = resolveAnchor(changed, anchor);
    expect(quoted(changed, found)).toBe("rejected the new bridge by 32 votes to 11");
    expect(found).toMatchObject({ isExact: false, isSure: true });
  });

  test("are gone when their paragraph is", () => {
    expect(resolveAnchor(text.replace(lines[1] ?? "", ""), anchor)).toBeNull();
    expect(resolveAnchor("", anchor)).toBeNull();
  });

  test("are not sure to be meant when they stand twice alike", () => {
    const twice = `${text}\n\n${text}`;
    const found = resolveAnchor(twice, anchor);
    expect(found).toMatchObject({ start: at, isExact: true, isSure: false });
  });

  test("are told apart by what stands around them", () => {
    const hint =
      "Readers asked why the council rejected the new bridge by 31 votes to 12 at night.";
    const found = resolveAnchor(`${hint}\n\n${text}`, anchor);
    expect(found).toMatchObject({ start: hint.length + 2 + at, isSure: true });
  });

  test("are a guess when only a few letters remain, among others", () => {
    const short = anchorOf(text, text.indexOf("the mayor"), text.indexOf("the mayor") + 9);
    const found = resolveAnchor("A letter to the mayor of another town, from long ago.", short);
    expect(found?.isSure).toBe(false);
  });

  test("of nothing are nowhere", () => {
    expect(resolveAnchor(text, { ...anchor, exact: "" })).toBeNull();
  });
});

describe("quotations of the seed article", () => {
  const spans = fc
    .tuple(fc.integer({ min: 0, max: article.length - 30 }), fc.integer({ min: 25, max: 240 }))
    .map(([from, length]) => ({ from, to: Math.min(article.length, from + length) }))
    // As every claim's: what parts paragraphs is not kept where one of them goes.
    .filter(({ from, to }) => article.slice(from, to).trim().length === to - from);

  test("are found again as they were, wherever other paragraphs went", () => {
    fc.assert(
      fc.property(spans, fc.integer(), ({ from, to }, seed) => {
        const chance = chanceFrom(seed);
        const rest = dropParagraphs(article, (a, b) => (b <= from || a >= to) && chance() < 0.3);
        const [now, last] = [rest.placeOf(from), rest.placeOf(to - 1)];
        fc.pre(now !== null && last !== null && last - now === to - 1 - from);
        const found = resolveAnchor(rest.text, anchorOf(article, from, to));
        expect(quoted(rest.text, found)).toBe(article.slice(from, to));
        if (found?.isSure) expect(found.start).toBe(now);
      }),
      { numRuns: 200 },
    );
  });

  test("are found in nine of ten of their letters, and never elsewhere with certainty", () => {
    let right = 0;
    const runs = 200;
    fc.assert(
      fc.property(spans, fc.integer(), ({ from, to }, seed) => {
        const edited = editLetters(article, 0.1, chanceFrom(seed));
        const [start, end] = [edited.placeOf(from) ?? 0, edited.placeOf(to) ?? 0];
        const found = resolveAnchor(edited.text, anchorOf(article, from, to));
        const inBoth = found ? Math.min(end, found.end) - Math.max(start, found.start) : 0;
        const isRight = inBoth >= 0.85 * (end - start);
        if (isRight) right += 1;
        expect(isRight || found?.isSure !== true).toBe(true);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(right).toBeGreaterThanOrEqual(0.95 * runs);
  });
});

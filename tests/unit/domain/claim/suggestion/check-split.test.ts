import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { anchorOf } from "~/domain/claim/anchor";
import { checkSplit } from "~/domain/claim/suggestion/check-split";

import { article, bridgeClaim } from "./bridge";

interface Part {
  statement: string;
  quote: string;
}

const check = (parts: Part[]) => checkSplit(JSON.stringify({ parts }), bridgeClaim, article.text);

const vote: Part = {
  statement: "The council of Springfield rejected the new bridge by 31 votes to 12.",
  quote: "The council of Springfield rejected the new bridge by 31 votes to 12 on Monday",
};
const stays: Part = {
  statement: "Mayor Anna Keller said that Anna Keller would not resign.",
  quote: "mayor Anna Keller said she would not resign",
};
const kinds = (parts: Part[]) => check(parts).dropped.map(({ reason }) => reason.kind);

describe("a split", () => {
  it("is taken with the exact place of each part", () => {
    const { statements, dropped } = check([vote, stays]);
    expect(dropped).toEqual([]);
    expect(statements.map(({ start, end }) => anchorOf(article.text, start, end).exact)).toEqual([
      vote.quote,
      stays.quote,
    ]);
  });

  it("loses a bad part alone while two are left", () => {
    const third = { statement: "The vote of the council was on Monday.", quote: "on Monday" };
    const { statements, dropped } = check([
      vote,
      stays,
      third,
      { ...third, statement: "The vote was on Friday." },
    ]);
    expect(statements).toHaveLength(3);
    expect(dropped.map(({ reason }) => reason)).toEqual([{ kind: "new_name", words: "Friday" }]);
  });

  it.each<[string, Part[], string[]]>([
    ["one part", [vote], ["one_part"]],
    ["no part", [], ["one_part"]],
    ["a double", [vote, { ...vote }, stays], ["double"]],
    [
      "a quote of elsewhere",
      [vote, { ...stays, quote: "a critic" }],
      ["not_in_passage", "one_part"],
    ],
    [
      "a quote that cuts a word",
      [vote, { ...stays, quote: "he would not resign" }],
      ["not_in_passage", "one_part"],
    ],
    ["an empty quote", [vote, { ...stays, quote: " " }], ["not_in_passage", "one_part"]],
    ["half a character", [vote, { ...stays, quote: "\ud83c" }], ["not_in_passage", "one_part"]],
    [
      "a part that drops the not of its quote",
      [vote, { ...stays, statement: "Mayor Anna Keller said that she would resign." }],
      ["negation_dropped", "one_part"],
    ],
    [
      "parts that leave the not out",
      [vote, { statement: "The vote of the council was on Monday.", quote: "on Monday" }],
      ["negation_dropped"],
    ],
  ])("with %s", (_name, parts, expected) => {
    expect(kinds(parts)).toEqual(expected);
  });

  it("that cannot be read is dropped whole", () => {
    for (const answer of ["", "{}", '{"parts": 3}', '{"parts": [{"statement": "x"}]}']) {
      expect(checkSplit(answer, bridgeClaim, article.text)).toEqual({
        statements: [],
        dropped: [{ statement: "", reason: { kind: "unreadable" } }],
      });
    }
  });
});

describe("whatever a model says", () => {
  const { exact, start, end } = bridgeClaim.anchor;
  const slice = fc
    .tuple(fc.nat(exact.length), fc.nat(exact.length))
    .map(([a, b]) => exact.slice(Math.min(a, b), Math.max(a, b)));
  const part = fc.record({
    statement: fc.oneof(fc.constantFrom(vote.statement, stays.statement), slice, fc.string()),
    quote: fc.oneof(fc.constantFrom(vote.quote, stays.quote), slice, fc.string({ unit: "binary" })),
  });

  it("every place slices back to whole words inside the claim's passage", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const { statements } = check(parts);
        expect(statements.length).not.toBe(1);
        for (const place of statements) {
          taken += 1;
          expect(place.start).toBeGreaterThanOrEqual(start);
          expect(place.end).toBeLessThanOrEqual(end);
          const words = anchorOf(article.text, place.start, place.end).exact;
          expect(parts.map(({ quote }) => quote.trim())).toContain(words);
          expect(Array.from(article.text).slice(place.start, place.end).join("")).toBe(words);
        }
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

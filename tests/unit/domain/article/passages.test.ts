import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  paragraphsInContext,
  splitParagraphs,
  splitPassages,
  type PassageMark,
} from "~/domain/article/passages";

const shown = (text: string, marks: PassageMark[]) =>
  splitPassages(text, marks).map((run) => [run.text, run.marks]);

describe("splitPassages", () => {
  it("leaves an unmarked text whole, and gives nothing for no text", () => {
    expect(shown("One sentence.", [])).toEqual([["One sentence.", []]]);
    expect(shown("", [{ id: "a", start: 0, end: 4 }])).toEqual([]);
  });

  it("cuts at both ends of a mark", () => {
    expect(shown("He said so.", [{ id: "a", start: 3, end: 7 }])).toEqual([
      ["He ", []],
      ["said", ["a"]],
      [" so.", []],
    ]);
  });

  it("counts code points, not code units", () => {
    expect(shown("🇺🇦 𝒂b", [{ id: "a", start: 3, end: 4 }])).toEqual([
      ["🇺🇦 ", []],
      ["𝒂", ["a"]],
      ["b", []],
    ]);
  });

  it("names the inner of two nested marks first", () => {
    expect(
      shown("abcdef", [
        { id: "outer", start: 0, end: 6 },
        { id: "inner", start: 2, end: 4 },
      ]),
    ).toEqual([
      ["ab", ["outer"]],
      ["cd", ["inner", "outer"]],
      ["ef", ["outer"]],
    ]);
  });

  it("lets marks overlap, and says where each opens and closes", () => {
    const runs = splitPassages("abcdef", [
      { id: "a", start: 0, end: 4 },
      { id: "b", start: 2, end: 6 },
    ]);
    expect(runs.map(({ text, opens, closes }) => ({ text, opens, closes }))).toEqual([
      { text: "ab", opens: ["a"], closes: [] },
      { text: "cd", opens: ["b"], closes: ["a"] },
      { text: "ef", opens: [], closes: ["b"] },
    ]);
  });

  it("cuts marks to the text, and leaves out those without words", () => {
    expect(
      shown("abc", [
        { id: "long", start: -5, end: 99 },
        { id: "empty", start: 1, end: 1 },
        { id: "backwards", start: 2, end: 1 },
        { id: "beyond", start: 7, end: 9 },
      ]),
    ).toEqual([["abc", ["long"]]]);
  });
});

describe("splitParagraphs", () => {
  it("drops the breaks and the empty lines between paragraphs", () => {
    const paragraphs = splitParagraphs("Head\r\n\r\n  \nBody\n", []);
    expect(paragraphs.map(({ passages }) => passages.map(({ text }) => text))).toEqual([
      ["Head"],
      ["Body"],
    ]);
  });

  it("opens a mark across paragraphs in the first and closes it in the last, once each", () => {
    const text = "one two\n\nthree four\n\nfive";
    const runs = splitParagraphs(text, [{ id: "a", start: 4, end: 20 }]).flatMap(
      ({ passages }) => passages,
    );
    expect(runs.map(({ text: words, opens, closes }) => [words, opens, closes])).toEqual([
      ["one ", [], []],
      ["two", ["a"], []],
      ["three four", [], ["a"]],
      ["five", [], []],
    ]);
  });
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", " ", "\n", "\r", "é", "🇮🇹", "𝒂"),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});
const marks = fc
  .array(
    fc.record({ start: fc.integer({ min: -5, max: 70 }), end: fc.integer({ min: -5, max: 70 }) }),
    { maxLength: 8 },
  )
  .map((list) => list.map((mark, index) => ({ id: `m${index}`, ...mark })));

describe("any text with any marks", () => {
  it("comes back whole, in runs that are not empty and stand where they say", () => {
    fc.assert(
      fc.property(text, marks, (words, list) => {
        const runs = splitPassages(words, list);
        const points = Array.from(words);
        expect(runs.map((run) => run.text).join("")).toBe(words);
        for (const run of runs) {
          expect(run.end).toBeGreaterThan(run.start);
          expect(run.text).toBe(points.slice(run.start, run.end).join(""));
        }
      }),
    );
  });

  it("has over each code point exactly the marks that cover it, and opens and closes each mark once", () => {
    fc.assert(
      fc.property(text, marks, (words, list) => {
        const runs = splitPassages(words, list);
        const length = Array.from(words).length;
        const laid = list.filter((mark) => Math.min(mark.end, length) > Math.max(mark.start, 0));
        for (const run of runs) {
          for (let at = run.start; at < run.end; at += 1) {
            const covering = laid.filter((mark) => mark.start <= at && mark.end > at);
            expect(new Set(run.marks)).toEqual(new Set(covering.map(({ id }) => id)));
          }
        }
        const ids = laid.map(({ id }) => id).toSorted();
        expect(runs.flatMap(({ opens }) => opens).toSorted()).toEqual(ids);
        expect(runs.flatMap(({ closes }) => closes).toSorted()).toEqual(ids);
      }),
    );
  });

  it("keeps every word in its paragraphs, and no line break", () => {
    fc.assert(
      fc.property(text, marks, (words, list) => {
        const lines = splitParagraphs(words, list).map(({ passages }) =>
          passages.map((run) => run.text).join(""),
        );
        expect(lines).toEqual(words.split(/[\r\n]+/).filter((line) => line.trim() !== ""));
      }),
    );
  });
});

describe("paragraphsInContext", () => {
  const shown = (text: string, words: string) => {
    const start = text.indexOf(words);
    const mark = { id: "c", start, end: start + words.length };
    return paragraphsInContext(splitParagraphs(text, [mark])).map(({ passages }) =>
      passages.map((passage) => passage.text).join(""),
    );
  };

  it("shows what stands around a paragraph that is little more than the marked words", () => {
    const text = "Head\n\nBefore.\n\nIt rained.\n\nAfter.\n\nEnd.";
    expect(shown(text, "It rained.")).toEqual(["Before.", "It rained.", "After."]);
    expect(shown(text, "Head")).toEqual(["Head", "Before."]);
    expect(shown(text, "End.")).toEqual(["After.", "End."]);
  });

  it("shows a paragraph alone that says enough by itself", () => {
    const long = `It rained. ${"And more of it. ".repeat(15)}`.trim();
    expect(shown(`Before.\n${long}\nAfter.`, "It rained.")).toEqual([long]);
  });

  it("shows nothing where no words are marked", () => {
    expect(paragraphsInContext(splitParagraphs("One.\nTwo.", []))).toEqual([]);
  });
});

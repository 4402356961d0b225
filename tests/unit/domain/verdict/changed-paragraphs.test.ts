import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { changedParagraphs, changedWords } from "~/domain/verdict/changed-paragraphs";

describe("the paragraphs that differ", () => {
  it("are those that changed, came and went, with their places", () => {
    expect(changedParagraphs(["a", "b", "c"], ["a", "B", "c", "d"])).toEqual([
      { at: 1, from: "b", to: "B" },
      { at: 3, from: null, to: "d" },
    ]);
    expect(changedParagraphs(["a", "b", "c"], ["c"])).toEqual([
      { at: 0, from: "a", to: null },
      { at: 1, from: "b", to: null },
    ]);
    expect(changedParagraphs(["a"], ["A", "new"])).toEqual([
      { at: 0, from: "a", to: "A" },
      { at: 1, from: null, to: "new" },
    ]);
    expect(changedParagraphs(["a"], ["a"])).toEqual([]);
  });
});

describe("the words of a paragraph that differ", () => {
  it("are whole words, as few as possible", () => {
    const before = "The council said no.";
    expect(changedWords(before, "The mayor said no.")).toEqual({ from: 4, to: 11, words: "mayor" });
    expect(changedWords(before, "The councils said no.")).toMatchObject({ words: "councils" });
  });

  it("take the word beside them along where words only came in", () => {
    const before = "The council said no.";
    const start = changedWords(before, "Then the council said no.");
    expect(start).toMatchObject({ from: 0 });
    const added = changedWords(before, "The council said no. Twice.");
    expect(before.slice(added?.from, added?.to)).toBe("no.");
    expect(added?.words).toBe("no. Twice.");
  });

  it("are none where only blanks differ", () => {
    expect(changedWords("said no.", "said no. ")).toBeNull();
  });

  it("make one text of the other, whatever the two are", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "ab", "é", "  ", "x."), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(" "))
      .filter((words) => words.trim() !== "");
    const blanks = (words: string) => words.replace(/\s+/gu, " ").trim();
    fc.assert(
      fc.property(text, text, (before, after) => {
        const change = changedWords(before, after);
        if (change === null) {
          expect(blanks(before)).toBe(blanks(after));
          return;
        }
        expect(before.slice(change.from, change.to).trim()).not.toBe("");
        const made = before.slice(0, change.from) + change.words + before.slice(change.to);
        expect(blanks(made)).toBe(blanks(after));
      }),
      { numRuns: 2_000 },
    );
  });
});

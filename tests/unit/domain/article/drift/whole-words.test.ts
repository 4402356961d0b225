import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { wholeWords } from "~/domain/article/drift/whole-words";

function widened(text: string, from: string, language = "en"): string {
  const units = text.indexOf(from);
  const start = Array.from(text.slice(0, units)).length;
  const stretch = { start, end: start + Array.from(from).length };
  const whole = wholeWords(text, stretch, language);
  return Array.from(text).slice(whole.start, whole.end).join("");
}

describe("a selection whose ends are within words", () => {
  it.each([
    ["The council rejected the bridge.", "ouncil rejec", "council rejected"],
    ["The council rejected the bridge.", "council rejected", "council rejected"],
    // Full stops and quotation marks stay as they were chosen.
    ["He said “not in my town”.", "ot in my tow", "not in my town"],
    ["He said “not in my town”.", "“not in my tow", "“not in my town"],
    ["He said “not in my town”.", "in my town”.", "in my town”."],
    ["It cost 1,250.50 euros.", "250.5", "1,250.50"],
    ["L’été était très chaud.", "té étai", "L’été était"],
    // Letters outside the plane of sixteen bits, and marks that stand on their own.
    ["😀😀 𝒜𝒷𝒸 is odd.", "𝒷𝒸 is", "𝒜𝒷𝒸 is"],
    ["One line\nand another", "lin", "line"],
    ["One line\nand another", "ne line\nan", "One line\nand"],
  ])("%s: %s is %s", (text, from, whole) => {
    expect(widened(text, from)).toBe(whole);
  });

  it("in a language without blanks grows by a word, not by a sentence", () => {
    const text = "市議会は橋の建設を否決した";
    expect(widened(text, "会は橋の建", "ja").length).toBeLessThan(text.length);
  });

  it("in a language that nobody knows is widened all the same", () => {
    expect(widened("The council", "ounci", "no such language")).toBe("council");
  });

  it("never loses anything, and is whole when it is widened again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, one, other) => {
        const length = Array.from(text).length;
        const [start = 0, end = 0] = [one % (length + 1), other % (length + 1)].toSorted(
          (a, b) => a - b,
        );
        const whole = wholeWords(text, { start, end }, "en");
        expect(whole.start).toBeLessThanOrEqual(start);
        expect(whole.end).toBeGreaterThanOrEqual(end);
        expect(wholeWords(text, whole, "en")).toEqual(whole);
      }),
    );
  });
});

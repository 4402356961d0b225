import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { characterCount, cleanLine, cleanText } from "~/domain/article/clean-text";

describe("cleanText", () => {
  it.each([
    ["a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["\uFEFFa\u0000b\u0007c\u009fd\u007f", "abcd"],
    ["a\uFDD0b\uFFFEc\u{1FFFF}d", "abcd"],
    ["\ud83da\udc00", "\ufffda\ufffd"],
    ["\ud83d\u0000\ude00", "\ufffd\ufffd"],
    ["Cafe\u0301", "Café"],
    ["a  \t\u00a0\nb", "a\nb"],
    ["a\tb", "a b"],
    ["  indented\n  twice", "indented\n  twice"],
    ["a\n\nb\n\n\nc\n\n\n\nd\n \n\t\n \n \ne", "a\n\nb\n\n\nc\n\n\nd\n\n\ne"],
    ["\n\n a \n\n", "a"],
    ["👩‍👧 مرحبا שלום", "👩‍👧 مرحبا שלום"],
    ["", ""],
  ])("makes %j into %j", (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  });

  it("changes nothing the second time", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary-ascii" }),
      fc.constantFrom(
        "\n",
        "\r",
        " ",
        "\t",
        "\u0344".repeat(31),
        "\u0301",
        "\ud800",
        "\udc00",
        "e",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = cleanText(pieces.join(""));
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/[\p{Cs}\r\t]|\n{4}|[^\S\n]\n/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("cuts piles of accents, which would take hours to compose", () => {
    const clean = cleanText(`a${"\u0301\u0316".repeat(1_000_000)}b`);
    expect(characterCount(clean)).toBeLessThanOrEqual(32);
    expect(clean.endsWith("b")).toBe(true);
  });

  it("is not slowed down by long runs of spaces", () => {
    expect(cleanText(`a${" ".repeat(1_000_000)}b`)).toHaveLength(1_000_002);
  });
});

describe("cleanLine", () => {
  it("is one line", () => {
    expect(cleanLine(" A\n title\u00a0 with\r\n\r\n\tbreaks\u0000 ")).toBe("A title with breaks");
  });
});

describe("characterCount", () => {
  it("counts code points", () => {
    expect(characterCount("aé😀")).toBe(3);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { anchorOf } from "~/domain/claim/anchor";
import { indexCodePoints } from "~/domain/claim/code-points";

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom("\ud800", "\udc00", "😀", "a"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  maxLength: 900,
});

describe("code points", () => {
  test("agree with JavaScript's own iteration, lone surrogates included", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = Array.from(text);
        const index = indexCodePoints(text);
        expect(index.length).toBe(points.length);
        let unit = 0;
        for (const [i, point] of points.entries()) {
          expect(index.unit(i)).toBe(unit);
          expect(index.at(unit)).toBe(i);
          unit += point.length;
        }
        expect(index.at(text.length)).toBe(points.length);
      }),
    );
  });
});

describe("an anchor", () => {
  test("counts an emoji as one and keeps 32 code points around", () => {
    const text = `${"😀".repeat(40)}claim${"é".repeat(40)}`;
    const anchor = anchorOf(text, 40, 45);
    expect(anchor.exact).toBe("claim");
    expect(anchor.prefix).toBe("😀".repeat(32));
    expect(anchor.suffix).toBe("é".repeat(32));
    expect([anchor.start, anchor.end]).toEqual([40, 45]);
  });

  test("is drawn into the text when its ends lie outside", () => {
    expect(anchorOf("abc", -5, 99)).toEqual({
      exact: "abc",
      prefix: "",
      suffix: "",
      start: 0,
      end: 3,
    });
    expect(anchorOf("abc", 2, 1).exact).toBe("");
  });
});

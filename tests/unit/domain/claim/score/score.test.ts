import { readFileSync } from "node:fs";

import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { packModel, unpackModel } from "~/domain/claim/score/codec";
import { families, featuresOf, width } from "~/domain/claim/score/features";
import { handFeatures, measureNames, measuresOf } from "~/domain/claim/score/hand";
import { scoreOf, worthChecking } from "~/domain/claim/score/score";

describe("the score", () => {
  test.each([
    ["Unemployment rose from 4 to 7 percent since 2015.", "Thank you very much, good evening."],
    ["He voted against the treaty in the Senate in 1998.", "What would you do about it?"],
    ["We spend 2 billion dollars a year on these weapons.", "I believe in the American people."],
  ])("puts “%s” above “%s”", (checkable, other) => {
    expect(scoreOf(checkable)).toBeGreaterThan(worthChecking);
    expect(scoreOf(other)).toBeLessThan(worthChecking);
  });

  test("is a number from 0 to 1 for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const score = scoreOf(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("reads no more of an endless sentence than of a long one", () => {
    const endless = "The firm paid 4 million euros. ".repeat(50_000);
    expect(featuresOf(endless).index).toEqual(featuresOf(endless.slice(0, 5000)).index);
  });
});

describe("the features", () => {
  test("stay in the table and in their families", () => {
    expect(handFeatures.length + measureNames.length).toBeLessThanOrEqual(families.hand.size);
    expect(measuresOf("The firm paid 4 million euros.")).toHaveLength(measureNames.length);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { index, value } = featuresOf(text);
        expect(index.length).toBe(value.length);
        expect(index.every((place) => place < width)).toBe(true);
        expect(value.every((strength) => Number.isFinite(strength))).toBe(true);
      }),
    );
  });

  test("take one year for another and one number for another of its size", () => {
    expect(featuresOf("In 1998 it cost 45 euros")).toEqual(featuresOf("In 2015 it cost 62 euros"));
    expect(featuresOf("In 1998 it cost 45 euros")).not.toEqual(
      featuresOf("In 1998 it cost 4.5 euros"),
    );
  });
});

describe("the packed model", () => {
  test("comes back with at most half a step of rounding", () => {
    const weights = Float32Array.from({ length: width }, (_, i) => Math.sin(i) * (i % 7));
    const packed = packModel({ weights, intercept: -1, slope: 2, shift: 0.5 });
    const model = unpackModel(packed);
    expect(model).toMatchObject({ intercept: -1, slope: 2, shift: 0.5 });
    const largest = Math.max(...Object.values(packed.steps));
    const worst = weights.reduce(
      (most, weight, i) => Math.max(most, Math.abs((model.weights[i] ?? 0) - weight)),
      0,
    );
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThanOrEqual(largest / 2 + 1e-6);
  });

  test("is refused when it was made for other features", () => {
    const packed = {
      steps: { word: 1, char: 1, shape: 1, hand: 1 },
      intercept: 0,
      slope: 1,
      shift: 0,
    };
    expect(() => unpackModel({ ...packed, weights: btoa("abc") })).toThrow(RangeError);
  });

  test("takes less than a megabyte in the repository", () => {
    const file = readFileSync("app/domain/claim/score/trained-model.ts");
    expect(file.byteLength).toBeLessThan(1_000_000);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { describe, expect, it } from "vitest";

import { truePages } from "../../../bench/extract/pages";
import { bootstrap, figures, overlap } from "../../../bench/extract/shingles";

describe("overlap, computed by hand", () => {
  it("counts runs of four words", () => {
    // Truth: abcd bcde cdef. Read: bcde cdef defg. Two are right, one is too much, one is missing.
    expect(overlap("a b c d e f", "b c d e f g")).toEqual({
      truePositive: 0.5,
      falsePositive: 0.25,
      falseNegative: 0.25,
    });
  });

  it("counts a run as often as it stands there", () => {
    // Truth: aaaa once. Read: aaaa three times.
    expect(overlap("a a a a", "a a a a a a")).toEqual({
      truePositive: 1 / 3,
      falsePositive: 2 / 3,
      falseNegative: 0,
    });
  });

  it("takes fewer than four words as one run, and nothing as none", () => {
    expect(overlap("one two", "one two")).toMatchObject({ truePositive: 1 });
    expect(overlap("one two", "one two three")).toEqual({
      truePositive: 0,
      falsePositive: 0.5,
      falseNegative: 0.5,
    });
    expect(overlap("", "")).toEqual({ truePositive: 0, falsePositive: 0, falseNegative: 0 });
    expect(overlap("a b c d", "")).toEqual({ truePositive: 0, falsePositive: 0, falseNegative: 1 });
  });

  it("knows words as Python does: case matters, punctuation does not", () => {
    expect(overlap("It’s Köln, in_2024!", "It s Köln in_2024")).toMatchObject({ truePositive: 1 });
    expect(overlap("a b c d", "A b c d")).toMatchObject({ truePositive: 0 });
  });
});

describe("figures", () => {
  it("take F1 of the means of precision and recall, and pass over what has neither", () => {
    // Precision: 0.5/0.75 and 1. Recall: 0.5/0.75, 1 and, for what was not read, 0.
    const pages = [
      overlap("a b c d e f", "b c d e f g"),
      overlap("a b c d", "a b c d"),
      overlap("a b c d", ""),
    ];
    const precision = (2 / 3 + 1) / 2;
    const recall = (2 / 3 + 1 + 0) / 3;
    const found = figures(pages);
    expect(found.precision).toBeCloseTo(precision, 12);
    expect(found.recall).toBeCloseTo(recall, 12);
    expect(found.f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 12);
    expect(found.accuracy).toBeCloseTo(1 / 3, 12);
  });

  it("are zero without pages", () => {
    expect(figures([])).toEqual({ f1: 0, precision: 0, recall: 0, accuracy: 0 });
  });
});

describe("bootstrap", () => {
  it("gives the same interval each time, around the figure", () => {
    const values = Array.from({ length: 50 }, (_, index) => index / 49);
    const mean = (sample: readonly number[]) =>
      sample.reduce((sum, index) => sum + (values[index] ?? 0), 0) / sample.length;
    const [low, high] = bootstrap(50, mean);
    expect(bootstrap(50, mean)).toEqual([low, high]);
    // The standard error of the mean of 50 even values is 0.0412.
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.0412, 1);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.0412, 1);
  });
});

describe("truePages", () => {
  it("reads the benchmark's folder, packed and plain", () => {
    const folder = mkdtempSync(join(tmpdir(), "pages-"));
    try {
      mkdirSync(join(folder, "html"));
      writeFileSync(join(folder, "html", "a.html.gz"), gzipSync("<p>packed</p>"));
      writeFileSync(join(folder, "html", "b.html"), "<p>plain</p>");
      const truth = { a: { articleBody: "packed", url: "https://a.example/" }, b: {} };
      writeFileSync(join(folder, "ground-truth.json"), JSON.stringify(truth));
      expect(truePages(folder)).toEqual([
        { id: "a", url: "https://a.example/", html: "<p>packed</p>", truth: "packed" },
        { id: "b", url: undefined, html: "<p>plain</p>", truth: "" },
      ]);
      writeFileSync(join(folder, "ground-truth.json"), JSON.stringify({ missing: {} }));
      expect(() => truePages(folder)).toThrow("has no page missing");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

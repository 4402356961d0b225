import fc from "fast-check";
import { expect, test } from "vitest";

import {
  cardAlt,
  drawable,
  isRightToLeft,
  linesOf,
  reportCard,
  verdictCard,
} from "~/domain/report/social-card";

import { naughtyStrings } from "../../../support/naughty-strings";
import { publishedReport, publishedVerdict } from "../../../support/reports";

/** As wide as it has letters. */
const letters = (line: string) => Array.from(line).length;

test("a verdict's card says what its page says, and a retracted one has no rating", () => {
  const report = publishedReport();
  const verdict = publishedVerdict({ shortClaim: "The bridge was rejected" });
  const card = verdictCard(verdict, report);
  expect(card.title).toBe("The bridge was rejected");
  expect(card.ratings).toEqual([{ tone: "mostly_true", label: "Mostly true" }]);
  expect(cardAlt(card)).toMatch(/^Mostly true: “The bridge was rejected”\./);
  const notice = { kind: "retracted", reason: "Wrong", since: "2026-01-01T00:00:00Z" } as const;
  expect(verdictCard({ ...verdict, notice }, report).ratings).toEqual([
    { tone: "retracted", label: "Retracted" },
  ]);
});

test("a report's card has a rating for each verdict", () => {
  const report = publishedReport();
  expect(reportCard(report).ratings).toHaveLength(report.verdicts.length);
});

test("lines break between words, and what is left is cut at a word", () => {
  expect(linesOf("The bridge was rejected", 11, 3, letters)).toEqual({
    ...{ lines: ["The bridge", "was", "rejected"], isCut: false },
  });
  expect(linesOf("The bridge was rejected", 11, 2, letters)).toEqual({
    ...{ lines: ["The bridge", "was…"], isCut: true },
  });
  expect(linesOf("Supercalifragilistic", 8, 3, letters).lines).toEqual([
    ...["Supercal", "ifragili", "stic"],
  ]);
  expect(linesOf("橋は議会で拒否された", 4, 5, letters).lines.join("")).toBe(
    "橋は議会で拒否された",
  );
});

test("no line is wider than there is room, whatever is written", () => {
  for (const text of naughtyStrings) {
    const { lines } = linesOf(drawable(text), 20, 4, letters);
    expect(lines.length).toBeLessThanOrEqual(4);
    for (const line of lines) expect(letters(line)).toBeLessThanOrEqual(20);
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) =>
      linesOf(drawable(text), 9, 3, letters).lines.every((line) => letters(line) <= 9),
    ),
  );
});

test("nothing that steers or hides is drawn", () => {
  expect(drawable("a\u202Eb\u0000c\u200Dd 🌉 e")).toBe("a b c d e");
  expect(isRightToLeft("«الجسر» rejected")).toBe(true);
  expect(isRightToLeft("12 שלום")).toBe(true);
  expect(isRightToLeft("The الجسر")).toBe(false);
});

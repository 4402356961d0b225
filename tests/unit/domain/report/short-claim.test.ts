import { expect, test } from "vitest";

import { isWholeShortClaim, ratingWordIn } from "~/domain/report/short-claim";

const judging: readonly (readonly [string, string])[] = [
  ["False: the bridge was rejected", "False"],
  ["MOSTLY FALSE – the bridge was rejected", "MOSTLY FALSE"],
  ["[Misleading] The bridge was rejected", "Misleading"],
  ["“False.” The bridge was rejected", "False"],
  ["Half true - the bridge was rejected", "Half true"],
  ["Misleading claim that the bridge was rejected", "Misleading"],
  ["The false rumour: the bridge was rejected", "false"],
  ["Fake report that the bridge was rejected", "Fake"],
  ["It is false that the bridge was rejected", "false"],
  ["It’s not true that the bridge was rejected", "true"],
  ["No, it is untrue that the bridge was rejected", "untrue"],
  ["The claim that the bridge was rejected is misleading", "misleading"],
  ["The bridge was rejected: false", "false"],
  ["The bridge was rejected (half true)", "half true"],
  ["The  bridge\nwas rejected — Unproven.", "Unproven"],
];

test.each(judging)("reads as the verdict: %s", (text, word) => {
  expect(ratingWordIn(text)).toBe(word);
});

const claiming = [
  "The bridge was rejected by 31 votes to 12",
  "The minister called the report false",
  "He travelled on a false passport",
  "False alarms at the port doubled in 2023",
  "False claims about vaccines rose in 2020",
  "False-flag attacks were planned by the ministry",
  "Misleading advertisements were banned in 2019",
  "The ministry spread misleading statements that vaccines kill",
  "True Religion sold its last shop",
  "The film is based on a true story",
  "False Creek is the dirtiest bay of Vancouver",
  "The court found the claim that he lied to be false in 2019",
  "He said: true patriots vote",
  "Fake news is a crime in Singapore",
  "The theory has been unproven since 1859",
  "The report was truer than the minister",
];

test.each(claiming)("is a claim: %s", (text) => {
  expect(ratingWordIn(text)).toBeNull();
});

test("a short claim is whole between 3 and 300 characters, however many bytes they take", () => {
  expect(isWholeShortClaim("  ab ")).toBe(false);
  expect(isWholeShortClaim("abc")).toBe(true);
  expect(isWholeShortClaim("🌉".repeat(300))).toBe(true);
  expect(isWholeShortClaim("🌉".repeat(301))).toBe(false);
});

import fc from "fast-check";
import { expect, test } from "vitest";

import { areAlike, nameOthers } from "~/domain/claim/match/alike";
import { matchWords } from "~/domain/claim/match/match-words";

const alike = (
  kind: "checked" | "in_work",
  one: string,
  other: string,
  seen: Record<string, number> = {},
) => areAlike(kind, matchWords(one), matchWords(other), 40, (word) => seen[word] ?? 1);

test("two claims of one subject that say different things are not alike", () => {
  const one = "The General Staff confirmed that it struck the depot near Selets.";
  const other = "The General Staff insisted that the depot supplied the army of the south.";
  expect(alike("in_work", one, other)).toBe(false);
});

test("the same in other words is", () => {
  const one = "Anna and Boris negotiated a draft truce in the early weeks, in Istanbul.";
  const other = "The draft deal that Anna and Boris negotiated in Istanbul was agreed there.";
  expect(alike("in_work", one, other)).toBe(true);
});

test("a check may say more than the claim, and is still the same; two claims in work must match as a whole", () => {
  const one = "The monorail carried 40,000 passengers.";
  const other =
    "Fact check: did the monorail of the city, which the mayor had opened against much protest, carry 40,000 passengers?";
  expect(alike("checked", one, other)).toBe(true);
  expect(alike("in_work", one, other)).toBe(false);
});

test("words that every claim of an article shares weigh little", () => {
  const one = "The Springfield city council closed its library.";
  const other = "The Springfield city council opened a school.";
  const known = { springfield: 30, citi: 30, city: 30, council: 30 };
  expect(alike("in_work", one, other)).toBe(true);
  expect(alike("in_work", one, other, known)).toBe(false);
});

test("alike is the same from both sides, and everything is like itself", () => {
  const words = fc.array(fc.constantFrom("bridge", "euro", "sold", "4", "2019", "mayor", "tram"));
  fc.assert(
    fc.property(
      words,
      words,
      fc.constantFrom("checked" as const, "in_work" as const),
      (a, b, kind) => {
        const seen = (word: string) => word.length;
        expect(areAlike(kind, a, b, 9, seen)).toBe(areAlike(kind, b, a, 9, seen));
        expect(areAlike(kind, a, a, 9, seen)).toBe(a.length > 0);
      },
    ),
  );
});

test("the same words about two towns are two claims; about one of them they may be one", () => {
  const of = (town: string) => `On Monday the council of ${town} rejected the new bridge.`;
  expect(nameOthers(of("Quarrelton"), of("Bridgetown"))).toBe(true);
  expect(nameOthers(of("Quarrelton"), "The town of Quarrelton rejected it, said Ann Lee.")).toBe(
    false,
  );
  expect(nameOthers("Trains stopped in March.", "Rail traffic stopped in May.")).toBe(false);
});

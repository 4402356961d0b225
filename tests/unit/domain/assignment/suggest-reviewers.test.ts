import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  choiceWarnings,
  inHand,
  limitWarning,
  pairConflict,
  suggestPairs,
  thirdTimeRunning,
  type Assignable,
} from "~/domain/assignment/suggest-reviewers";

const person = (id: string, changes: Partial<Assignable> = {}): Assignable => ({
  id,
  name: id,
  role: "reviewer",
  workLimit: 5,
  leads: 0,
  seconds: 0,
  lastPartners: [],
  claimantBefore: 0,
  outletBefore: 0,
  subjectsBefore: [],
  wroteIn: [],
  ...changes,
});

const names = (people: Assignable[], claims = 1) =>
  suggestPairs(people, claims).map(({ lead, second }) => [lead.person.id, second.person.id]);

describe("who is suggested", () => {
  test("those with the least in hand first, and the same two only once", () => {
    const people = [person("Ana", { leads: 3 }), person("Ben"), person("Cem", { seconds: 1 })];
    expect(names(people)).toEqual([
      ["Ben", "Cem"],
      ["Ana", "Ben"],
    ]);
  });

  test("knowing the claimant outweighs a little work, but not being over the limit", () => {
    const knows = person("Knows", { leads: 2, claimantBefore: 2 });
    expect(names([person("Free"), person("Busy", { leads: 4 }), knows])[0]).toEqual([
      "Knows",
      "Free",
    ]);
    const full = person("Knows", { leads: 5, claimantBefore: 3 });
    expect(names([person("Free"), person("Busy", { leads: 4 }), full])[0]).toEqual([
      "Free",
      "Busy",
    ]);
  });

  test("never the same pair a third time running", () => {
    const ana = person("Ana", { lastPartners: ["Ben", "Ben"] });
    const pairs = names([ana, person("Ben"), person("Cem", { leads: 4 })]);
    expect(pairs).not.toContainEqual(["Ana", "Ben"]);
    expect(pairs).toContainEqual(["Ana", "Cem"]);
    const ben = person("Ben");
    expect(thirdTimeRunning(person("Ana", { lastPartners: ["Ben", "Cem"] }), ben)).toBe(false);
    expect(thirdTimeRunning(person("Ana", { lastPartners: ["Ben"] }), ben)).toBe(false);
  });

  test("nor the other way round: it is the same two, whoever leads", () => {
    const ana = person("Ana", { lastPartners: ["Ben", "Ben"] });
    const pairs = names([ana, person("Ben"), person("Cem", { leads: 4 })]);
    expect(pairs).not.toContainEqual(["Ben", "Ana"]);
    expect(thirdTimeRunning(person("Ben"), ana)).toBe(true);
  });

  test("nobody as second who wrote in the review", () => {
    const pairs = names([person("Ana"), person("Wrote", { wroteIn: ["claim"] })]);
    expect(pairs).toEqual([["Wrote", "Ana"]]);
  });

  test("whatever the desk looks like, no pair breaks a rule, and asking twice answers the same", () => {
    const anybody = fc.record({
      leads: fc.nat(8),
      seconds: fc.nat(8),
      claimantBefore: fc.nat(5),
      outletBefore: fc.nat(5),
      lastPartners: fc.array(fc.constantFrom("p0", "p1", "p2", "p3"), { maxLength: 2 }),
      wroteIn: fc.array(fc.constant("claim"), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (drawn, claims) => {
          const people = drawn.map((changes, at) => person(`p${at}`, changes));
          const pairs = suggestPairs(people, claims);
          expect(suggestPairs(people.toReversed(), claims)).toEqual(pairs);
          for (const { lead, second } of pairs) {
            expect(pairConflict(lead.person, second.person)).toBeNull();
            expect(thirdTimeRunning(lead.person, second.person)).toBe(false);
            expect(lead.reasons.length).toBeGreaterThan(0);
            const isOver = inHand(second.person) + claims > second.person.workLimit;
            expect(second.warnings.length > 0).toBe(isOver);
          }
        },
      ),
    );
  });

  test("says why in words", () => {
    const ana = person("Ana", { leads: 1, claimantBefore: 2, lastPartners: ["Ben", "Cem"] });
    const [pair] = suggestPairs([ana, person("Ben", { leads: 2, outletBefore: 1 })], 1);
    expect(pair?.lead.reasons).toEqual([
      "leads 1, second on 0, of 5",
      "has reviewed this claimant twice",
    ]);
    expect(pair?.second.reasons).toEqual([
      "leads 2, second on 0, of 5",
      "has reviewed this outlet once",
      "with Ana on one of the last two claims of theirs",
    ]);
  });
});

describe("what a choice is warned of", () => {
  test("the limit, only when it is passed", () => {
    expect(limitWarning(person("Ana", { leads: 4 }), 1)).toBeNull();
    expect(limitWarning(person("Ana", { leads: 5 }), 1)).toBe(
      "Ana would have 6 claims in hand; 5 are meant to be enough.",
    );
    expect(limitWarning(person("Ana", { leads: 9 }), 0)).toBeNull();
  });

  test("a third time running, and having written in the review", () => {
    const ana = person("Ana", { lastPartners: ["Ben", "Ben"] });
    const ben = person("Ben", { wroteIn: ["claim"] });
    const warnings = choiceWarnings(ana, ben, { leads: 1, seconds: 1 });
    expect(warnings).toHaveLength(2);
    expect(choiceWarnings(undefined, ben, { leads: 1, seconds: 1 })).toEqual([]);
  });
});

test("what was finished on a topic counts and is said; a type counts less", () => {
  const on = (topic: string, led: number, seconded: number) => ({
    ...{ topic, type: null, led, seconded },
  });
  const ofType = { topic: null, type: "statistic" as const, led: 4, seconded: 0 };
  const people = [
    person("Ana"),
    person("Ben", { subjectsBefore: [ofType] }),
    person("Cem", { subjectsBefore: [on("Health", 4, 1), on("Energy", 0, 1), on("War", 1, 0)] }),
  ];
  const [first] = suggestPairs(people, 1);
  expect([first?.lead.person.id, first?.second.person.id]).toEqual(["Cem", "Ben"]);
  expect(first?.lead.reasons.slice(1)).toEqual([
    "has led 4 claims on Health and decided second on 1",
    "has decided second on 1 claim on Energy",
    "has led 1 claim on War",
  ]);
  expect(first?.second.reasons).toContain("has led 4 claims of the type “Statistic”");
});

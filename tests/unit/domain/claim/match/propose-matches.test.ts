import fc from "fast-check";
import { expect, test } from "vitest";

import { matchWords } from "~/domain/claim/match/match-words";
import { proposeMatches, type KnownCandidate } from "~/domain/claim/match/propose-matches";

const known = (
  id: string,
  text: string,
  kind: KnownCandidate["kind"] = "checked",
  score = 20,
): KnownCandidate => ({
  kind,
  claimId: kind === "in_work" ? id : null,
  checkId: kind === "checked" ? id : null,
  text,
  title: "",
  score,
});

const text = "The harbour of Cypress Creek handled 9 million containers in 2019.";
const claim = { claimId: "new", text };
const words = matchWords(text);
const statistics = {
  documents: 500,
  frequencies: Object.fromEntries(words.map((word) => [word, 2])),
};

test("what was checked and what is in work are proposed apart, the likeliest of each", () => {
  const proposed = proposeMatches(
    claim,
    [
      known("check", text, "checked", 45),
      known("worse", "Cypress Creek has a harbour.", "checked", 15),
      known("double", text, "in_work", 45),
    ],
    statistics,
  );
  expect(proposed.map(({ checkId, otherClaimId }) => checkId ?? otherClaimId)).toEqual([
    "check",
    "double",
  ]);
  for (const { confidence } of proposed) expect(confidence).toBeGreaterThanOrEqual(0.6);
});

test("a likeness in a few words is no match", () => {
  const other = known("other", "The harbour office of Brockway hired 2 people.", "checked", 4);
  expect(proposeMatches(claim, [other], statistics)).toEqual([]);
});

test("a claim of two telling words is compared with nothing", () => {
  const short = { claimId: "new", text: "It rained in Rome" };
  expect(proposeMatches(short, [known("same", "It rained in Rome")], statistics)).toEqual([]);
});

test("whatever the candidates are, at most one of each kind is proposed, none of them invented", () => {
  const wording = fc
    .array(fc.constantFrom(...words, "brockway", "__proto__", "toString", "7"))
    .map((list) => list.join(" "));
  const candidate = fc
    .record({
      kind: fc.constantFrom("checked" as const, "in_work" as const),
      id: fc.uuid(),
      text: wording,
      title: wording,
      score: fc.double({ min: 0, max: 60, noNaN: true }),
    })
    .map(({ id, ...rest }) => ({
      ...rest,
      claimId: rest.kind === "in_work" ? id : null,
      checkId: rest.kind === "checked" ? id : null,
    }));
  fc.assert(
    fc.property(fc.array(candidate), (candidates) => {
      const proposed = proposeMatches(claim, candidates, statistics);
      expect(proposed.filter(({ checkId }) => checkId !== null).length).toBeLessThanOrEqual(1);
      expect(
        proposed.filter(({ otherClaimId }) => otherClaimId !== null).length,
      ).toBeLessThanOrEqual(1);
      for (const { checkId, otherClaimId, confidence } of proposed) {
        expect(
          candidates.some((each) => each.checkId === checkId && each.claimId === otherClaimId),
        ).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }),
  );
});

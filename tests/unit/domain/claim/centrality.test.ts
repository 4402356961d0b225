import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { centralitiesOf } from "~/domain/claim/centrality";
import { weigh } from "~/domain/claim/check-worthiness";
import { matchWords } from "~/domain/claim/match/match-words";

const story = [
  "The harbour bridge in Porto was closed on Monday.",
  "Engineers found cracks in the harbour bridge.",
  "A café near the river sells cake.",
  "The city closed the bridge after engineers measured the cracks.",
  "Porto will repair the bridge by May.",
  "Lorries may not cross the bridge until then.",
];

/** The same measure by its definition, pair by pair. */
function byPairs(sentences: readonly string[]): number[] {
  const sets = sentences.map((sentence) => new Set(matchWords(sentence)));
  const likeness = sets.map((mine, i) =>
    sets.reduce((sum, other, j) => {
      const common = [...mine].filter((word) => other.has(word)).length;
      return i === j ? sum : sum + common / Math.sqrt(Math.max(1, mine.size * other.size));
    }, 0),
  );
  const mean = likeness.reduce((sum, each) => sum + each, 0) / likeness.length;
  const spread = Math.sqrt(
    likeness.reduce((sum, each) => sum + (each - mean) ** 2, 0) / likeness.length,
  );
  return likeness.map((each) => (spread > 1e-9 ? (each - mean) / spread : 0));
}

describe("how central a sentence is", () => {
  test("what has nothing to do with the story is least central", () => {
    const found = centralitiesOf(story);
    expect(found.indexOf(Math.min(...found))).toBe(2);
    expect(found.indexOf(Math.max(...found))).not.toBe(5);
  });

  test("a few sentences have no centre, and the same sentence over and over has none either", () => {
    expect(centralitiesOf(story.slice(0, 3))).toEqual([0, 0, 0]);
    const same = centralitiesOf(Array.from({ length: 7 }, () => "The bridge was closed."));
    for (const each of same) expect(Math.abs(each)).toBeLessThan(1.5);
    expect(centralitiesOf([])).toEqual([]);
  });

  test("summed by word it is what the pairs say", () => {
    const words = fc.constantFrom("bridge", "crack", "river", "mayor", "cake", "May 2021", "the");
    const sentence = fc.array(words, { maxLength: 8 }).map((each) => each.join(" "));
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 6, maxLength: 12 }), (sentences) => {
        const pairs = byPairs(sentences);
        const flat = pairs.every((each) => each === 0);
        centralitiesOf(sentences).forEach((each, i) => {
          expect(Number.isFinite(each)).toBe(true);
          if (!flat) expect(each).toBeCloseTo(pairs[i] ?? 0, 6);
        });
      }),
    );
  });
});

test("what the article comes back to is worth more, and says so; without end it does not grow", () => {
  const claim = {
    words: "The city closed the bridge after engineers measured the cracks.",
    type: "event",
    claimant: null,
    speakerWords: "",
    directQuote: false,
    hearsay: false,
    aside: false,
    position: 0.5,
    before: 5,
    openNotes: 0,
  } as const;
  const [aside, plain, central, most, beyond] = [-1, 0, 1.2, 2, 9].map((centrality) =>
    weigh({ ...claim, centrality }),
  );
  expect(aside?.checkWorthiness).toBeLessThan(plain?.checkWorthiness ?? 0);
  expect(plain?.checkWorthiness).toBeLessThan(central?.checkWorthiness ?? 0);
  expect(central?.reasons).toContain("the article comes back to it");
  expect(plain?.reasons).not.toContain("the article comes back to it");
  expect(beyond?.checkWorthiness).toBe(most?.checkWorthiness);
});

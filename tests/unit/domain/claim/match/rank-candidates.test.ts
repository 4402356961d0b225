import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ClaimIndex } from "~/domain/claim/match/claim-index";
import { Bm25 } from "~/domain/claim/match/bm25";
import { matchWords } from "~/domain/claim/match/match-words";
import { candidatesRead, comparedOf, rankCandidates } from "~/domain/claim/match/rank-candidates";
import { rankingFeatures, rankingNames } from "~/domain/claim/match/ranking";
import { inOrder, wordingOf } from "~/domain/claim/match/wording";

const vocabulary = ["bridge", "euros", "million", "shark", "treaty", "Canada", "1.5", "2016"];
const text = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(" "));

describe("candidates found elsewhere", () => {
  test("rank as the index in memory ranks them", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text, title: text })), text, (known, asked) => {
        const index = new ClaimIndex(known.map((claim, id) => ({ ...claim, id })));
        const bm25 = new Bm25();
        const entries = known.map((each, id) => ({ ...each, id }));
        for (const each of entries) bm25.add([...matchWords(each.text), ...matchWords(each.title)]);
        const candidates = bm25
          .search(matchWords(asked), candidatesRead)
          .flatMap(({ doc, score }) => {
            const entry = entries[doc];
            return entry ? [{ ...entry, score }] : [];
          });
        const matches = rankCandidates(asked, candidates, (word) => bm25.weightOf(word));
        expect(index.match(asked, candidatesRead)).toEqual(matches);
      }),
    );
  });

  test("none give no match", () => {
    expect(rankCandidates("bridge", [], () => 1)).toEqual({ ranked: [], confidence: 0 });
  });

  test("of two with the same words the one in the query's order comes first", () => {
    const candidates = [
      { id: "shuffled", text: "The factories and jobs we took from the China.", score: 10 },
      { id: "in order", text: "We took the jobs and the factories from China.", score: 10 },
    ];
    const asked = "we took the jobs and factories from China";
    const { ranked } = rankCandidates(asked, candidates, () => 3);
    expect(ranked.map((hit) => hit.id)).toEqual(["in order", "shuffled"]);
  });

  test("scores are shares of one belief, best first", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text, title: text }), { minLength: 1 }),
        text,
        (known, asked) => {
          const index = new ClaimIndex(known.map((claim, id) => ({ ...claim, id })));
          const scores = index.match(asked, known.length).ranked.map((hit) => hit.score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1 + 1e-9);
        },
      ),
    );
  });
});

test("a number counts as missing when only the claim has it", () => {
  const missing = rankingNames.indexOf("a number of the claim missing");
  const claim = comparedOf({ id: 1, text: "The bridge cost 40 million euros.", score: 1 });
  const seen = (query: string) => rankingFeatures(wordingOf(query), [claim], () => 1)[0]?.[missing];
  expect(seen("40 million for a bridge")).toBe(0);
  expect(seen("41 million for a bridge")).toBe(1);
});

test("words in the same order are counted whatever stands between", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  expect(inOrder(["a", "x", "b", "c"], ["a", "b", "y", "c"])).toBe(3);
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(inOrder(a, [...b, ...a])).toBe(a.length);
      expect(inOrder(a, b)).toBe(inOrder(b, a));
    }),
  );
});

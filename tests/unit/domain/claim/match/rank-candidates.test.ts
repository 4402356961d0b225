import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ClaimIndex } from "~/domain/claim/match/claim-index";
import { Bm25 } from "~/domain/claim/match/bm25";
import { matchWords } from "~/domain/claim/match/match-words";
import { candidatesRead, rankCandidates } from "~/domain/claim/match/rank-candidates";

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

  test("the one that says it in the same words comes first, small words included", () => {
    const candidates = [
      { id: "other way", text: "China took the jobs from us, and the factories.", score: 10 },
      { id: "word for word", text: "“We took the jobs and the factories from China.”", score: 10 },
    ];
    const { ranked } = rankCandidates(
      "we took the jobs and factories from China",
      candidates,
      () => 3,
    );
    expect(ranked.map((hit) => hit.id)).toEqual(["word for word", "other way"]);
  });

  test("a claim with another number comes after one with the same", () => {
    const candidates = [
      { id: "other", text: "The bridge cost 41 million euros.", score: 10 },
      { id: "same", text: "The bridge cost 40 million euros.", score: 10 },
    ];
    const { ranked } = rankCandidates("The bridge cost 40 million", candidates, () => 3);
    expect(ranked[0]?.id).toBe("same");
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

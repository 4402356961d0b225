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
        const entries = known.map((each, id) => ({
          id,
          claim: matchWords(each.text),
          title: matchWords(each.title),
        }));
        for (const { claim, title } of entries) bm25.add([...claim, ...title]);
        const query = matchWords(asked);
        const candidates = bm25.search(query, candidatesRead).flatMap(({ doc, score }) => {
          const entry = entries[doc];
          return entry ? [{ ...entry, score }] : [];
        });
        const matches = rankCandidates(query, candidates, (word) => bm25.weightOf(word));
        expect(index.match(asked, candidatesRead)).toEqual(matches);
      }),
    );
  });

  test("none give no match", () => {
    expect(rankCandidates(["bridge"], [], () => 1)).toEqual({ ranked: [], confidence: 0 });
  });
});

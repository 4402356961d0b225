import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Bm25 } from "~/domain/claim/match/bm25";
import { ClaimIndex, proposesMatch } from "~/domain/claim/match/claim-index";
import { matchWords } from "~/domain/claim/match/match-words";

const known = [
  {
    id: "bridge",
    text: "The city paid 40 million euros for the Arden bridge.",
    title: "Did the Arden bridge cost 40 million?",
  },
  {
    id: "vaccine",
    text: "The measles vaccine causes autism.",
    title: "Measles vaccine and autism",
  },
  { id: "shark", text: "A photograph shows a shark swimming on a flooded motorway.", title: null },
  { id: "senate", text: "Senator Holt voted against the treaty with Canada." },
];
const index = new ClaimIndex(known);

describe("a known claim is found", () => {
  test.each([
    ["bridge", "Arden bridge cost the city 40 MILLION euros!!! https://t.co/x #ArdenBridge"],
    ["vaccine", "Doctors admit measles vaccines cause autism"],
    ["shark", "is that a SHARK swimming down the flooded motorway? pic.twitter.com/a1"],
    ["senate", "Holt votes against Canada treaty, the senator's office confirms"],
  ])("%s: %s", (id, text) => {
    const { ranked, confidence } = index.match(text);
    expect(ranked[0]?.id).toBe(id);
    expect(confidence).toBeGreaterThan(proposesMatch);
  });
});

describe("no match is an answer", () => {
  test.each(["The mayor of Porto opened a school on Monday.", "Canada won the hockey final.", ""])(
    "“%s”",
    (text) => {
      expect(index.match(text).confidence).toBeLessThan(proposesMatch);
    },
  );

  test("nothing is found in an empty index", () => {
    expect(new ClaimIndex().match("The measles vaccine causes autism.")).toEqual({
      ranked: [],
      confidence: 0,
    });
  });

  test("a claim taken out is not proposed", () => {
    const { ranked, confidence } = index.match(
      "The measles vaccine causes autism.",
      5,
      new Set(["vaccine"]),
    );
    expect(ranked.map((hit) => hit.id)).not.toContain("vaccine");
    expect(confidence).toBeLessThan(proposesMatch);
  });
});

test("words lose links, tags, endings and marks", () => {
  expect(
    matchWords(
      "Claims: #StopTheSteal2020 by @JoeBiden https://t.co/a1?b=2 &amp; Zürich’s 1,000 cities",
    ),
  ).toEqual(["claim", "stop", "steal", "2020", "joe", "biden", "zurich", "1000", "citi"]);
});

test("a rare word tells more than a common one, and a repeated one counts once", () => {
  const bm25 = new Bm25();
  for (const words of [
    ["a", "x"],
    ["a", "b"],
    ["a", "c"],
  ])
    bm25.add(words);
  expect(bm25.weightOf("x")).toBeGreaterThan(bm25.weightOf("a"));
  expect(bm25.search(["x", "x"], 3)).toEqual(bm25.search(["x"], 3));
  expect(bm25.search(["a", "x"], 1)[0]?.doc).toBe(0);
});

test("a search forgets the one before it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("bridge", "euros", "shark", "treaty", "the")), (words) => {
      const text = words.join(" ");
      index.match("The measles vaccine causes autism on a motorway in Canada.");
      expect(index.match(text)).toEqual(new ClaimIndex(known).match(text));
    }),
  );
});

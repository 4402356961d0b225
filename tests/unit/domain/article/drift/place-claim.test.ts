import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { compareVersions, countBlocks } from "~/domain/article/drift/compare-versions";
import { needsLook, pairTexts, placeClaim } from "~/domain/article/drift/place-claim";
import { anchorOf } from "~/domain/claim/anchor";

const paragraphs = [
  "The council of Springfield rejected the new bridge by 31 votes to 12 on Monday.",
  "“It would have cost 40 million,” said the mayor, Ann Lee.",
  "Work on the old bridge closed the main road for seven weeks in 2019.",
  "Residents had collected 9,000 signatures against the plan.",
];
const before = paragraphs.join("\n\n");
const anchorAt = (text: string, words: string) => {
  const at = text.indexOf(words);
  const points = (unit: number) => [...text.slice(0, unit)].length;
  return anchorOf(text, points(at), points(at + words.length));
};
const place = (after: string, words = "rejected the new bridge by 31 votes to 12") =>
  placeClaim(pairTexts(before, after), anchorAt(before, words));

describe("placeClaim", () => {
  it("finds the words where they were", () => {
    expect(place(before)).toMatchObject({ placement: "same", score: 1 });
    expect(place(`A new headline\n\n${before}`)).toMatchObject({ placement: "surroundings" });
  });

  it("counts code points, as an anchor does", () => {
    const after = `😀😀 Live\n\n${before}`;
    const { start, end, words } = place(after);
    expect([...after].slice(start ?? 0, end ?? 0).join("")).toBe(words);
    expect(words).toBe("rejected the new bridge by 31 votes to 12");
  });

  it("takes words among others for the same, and other words for changed", () => {
    const more = before.replace("on Monday.", "on Monday, after four hours of talk.");
    expect(place(more)).toMatchObject({ placement: "surroundings" });
    const other = place(before.replace("31 votes to 12", "29 votes to 14"));
    expect(other).toMatchObject({ placement: "changed" });
    expect(other.words).toContain("29 votes to 14");
  });

  it("does not mind how quotation marks are set", () => {
    const straight = before.replaceAll(/[“”]/g, '"');
    expect(place(straight, "“It would have cost 40 million,”")).toMatchObject({
      placement: "surroundings",
    });
  });

  it("says that they are gone, and never takes others for them", () => {
    expect(place(paragraphs.slice(1).join("\n\n"))).toEqual({
      placement: "gone",
      score: 0,
      start: null,
      end: null,
      words: null,
    });
  });

  it("leaves what is not sure to a person", () => {
    const twice =
      before.replace("31 votes", "32 votes").replace(paragraphs[2] ?? "", "") +
      `\n\nLast year it had rejected the new bridge by 33 votes to 12.`;
    expect(needsLook(place(twice).placement)).toBe(true);
  });
});

const sentence = fc
  .array(
    fc.constantFrom("council", "bridge", "vote", "31", "mayor", "Über", "cost", "😀", "plan"),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((words) => `${words.join(" ")}.`);

describe("a change in another paragraph", () => {
  it("never flags a claim, whatever the texts are", () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.option(sentence),
        (texts, whose, which, from, length, fresh) => {
          const mine = whose % texts.length;
          const other = which % texts.length;
          fc.pre(mine !== other);
          const text = texts.join("\n\n");
          const letters = [...(texts[mine] ?? "")].length;
          const starts = [...texts.slice(0, mine).join("\n\n")].length + (mine > 0 ? 2 : 0);
          const first = from % letters;
          const last = first + 1 + (length % (letters - first));
          const anchor = anchorOf(text, starts + first, starts + last);
          fc.pre(anchor.exact.trim() !== "");
          const after = texts
            .flatMap((one, at) => (at === other ? (fresh ?? []) : one))
            .join("\n\n");
          const placed = placeClaim(pairTexts(text, after), anchor);
          expect(needsLook(placed.placement)).toBe(false);
          expect(placed.words).toBe(anchor.exact);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe("compareVersions", () => {
  it("names paragraphs that came, went and changed, word by word", () => {
    const after = [
      paragraphs[0]?.replace("31 votes to 12", "29 votes to 14"),
      "A paragraph about the weather that nobody had written before.",
      paragraphs[2],
    ].join("\n");
    const changes = compareVersions(before, after);
    expect(countBlocks(changes)).toEqual({ added: 1, removed: 2, changed: 1 });
    const changed = changes.find(({ kind }) => kind === "changed");
    expect(
      changed?.pieces.filter(({ kind }) => kind === "removed").map(({ text }) => text),
    ).toEqual(["31", "12"]);
  });

  it("loses no word of either", () => {
    fc.assert(
      fc.property(fc.array(sentence), fc.array(sentence), (one, other) => {
        const changes = compareVersions(one.join("\n\n"), other.join("\n\n"));
        const side = (gone: "added" | "removed") =>
          changes
            .map(({ pieces }) =>
              pieces
                .filter(({ kind }) => kind !== gone)
                .map(({ text }) => text)
                .join(""),
            )
            .filter((text) => text !== "");
        expect(side("added").toSorted()).toEqual(one.toSorted());
        expect(side("removed")).toEqual(other);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";

import { kindFault, leastKind } from "~/domain/report/correction/least-kind";
import { mendWords } from "~/domain/report/correction/mend-words";
import { whyNotRetract } from "~/domain/report/correction/standing";
import { typoFault, type PublishedText } from "~/domain/report/correction/typo";
import { correctionsOf, markedUpOf, updatesOf } from "~/domain/report/publication";
import type { CompleteDraft } from "~/domain/verdict/verdict";

import { evidence } from "../../../../support/drafts";
import { publishedVerdict } from "../../../../support/reports";

function text(draft: Partial<CompleteDraft> = {}, shortClaim = "It rained in Rome"): PublishedText {
  return { content: publishedVerdict({ draft }).content, shortClaim };
}
const paragraph = (words: string): Partial<CompleteDraft> => ({
  rationale: [{ type: "paragraph", runs: [{ text: words }] }],
});
const summary = (words: string) => text({ summary: words });

describe("a typo", () => {
  it.each([
    ["The minuts bear it out.", "The minutes bear it out."],
    ["The the minutes bear it out.", "The minutes bear it out."],
    ["Teh minutse bear it out.", "The minutes bear it out."],
    ["the minutes bear it out", "The minutes bear it out."],
    ["The minutes bear it “out.", "The minutes bear it “out”."],
  ])("is: %s → %s", (from, to) => {
    expect(typoFault(summary(from), summary(to))).toBeNull();
    expect(leastKind(summary(from), summary(to))).toBe("typo");
  });

  it.each([
    ["Held in 2023.", "Held in 2024.", /number/],
    ["It rose by 1.5 per cent.", "It rose by 15 per cent.", /number/],
    ["It fell by -5.", "It fell by 5.", /number/],
    ["It rose by 5 points.", "It rose by 5% points.", /number/],
    ["They did vote.", "They did not vote.", /negation/],
    ["They don’t vote.", "They do vote.", /negation/],
    ["Two voted.", "Ten voted.", /number or a negation/],
    ["The minutes bear it out.", "The minutes of the council bear it out.", /more than 12 letters/],
  ])("is not: %s → %s", (from, to, why) => {
    expect(typoFault(summary(from), summary(to))).toMatch(why);
  });

  it("counts its letters over all texts together", () => {
    const from = text({ summary: "abcdef", ...paragraph("ghijkl") });
    expect(typoFault(from, text({ summary: "", ...paragraph("ghijkl") }))).toBeNull();
    expect(typoFault(from, text({ summary: "", ...paragraph("") }))).toBeNull();
    const long = text({ summary: "abcdef", ...paragraph("ghijklm") });
    expect(typoFault(long, text({ summary: "", ...paragraph("") }))).toMatch(/12 letters/);
  });

  it.each<[string, Partial<CompleteDraft>]>([
    ["a source’s title", { evidence: [evidence({ title: "Minute of the council" })] }],
    ["a source’s note", { evidence: [evidence({ note: "x" })] }],
    [
      "the look of the words",
      { rationale: [{ type: "paragraph", runs: [{ text: "The minutes say so.", bold: true }] }] },
    ],
    [
      "a link",
      {
        rationale: [
          {
            type: "paragraph",
            runs: [{ text: "The minutes say so.", href: "https://a.example/" }],
          },
        ],
      },
    ],
    ["a paragraph", { rationale: [] }],
    [
      "a heading",
      { rationale: [{ type: "heading", level: 2, runs: [{ text: "The minutes say so." }] }] },
    ],
  ])("does not touch %s", (_what, draft) => {
    expect(typoFault(text(), text(draft))).toMatch(/more than the words/);
    expect(leastKind(text(), text(draft))).toBe("update");
  });
});

describe("the lightest kind that a change can pass as", () => {
  it.each<[string | null, Partial<CompleteDraft>]>([
    [null, {}],
    ["verdict_change", { rating: "false" }],
    ["correction", { evidence: [evidence({ id: "e2" })] }],
    ["correction", { evidence: [evidence({ excerpt: "The motion was not carried." })] }],
    ["correction", { evidence: [evidence({ stance: "refutes" })] }],
    ["correction", { evidence: [evidence({ url: "https://other.example/" })] }],
    ["update", { evidence: [evidence(), evidence({ id: "e2" })] }],
    ["update", paragraph("Since then the council has met again.")],
  ])("is %s", (kind, draft) => {
    expect(leastKind(text(), text(draft))).toBe(kind);
  });

  it("is a correction when the claim is another one", () => {
    const after = text();
    after.content.claim.statement = "It snowed in Rome.";
    expect(leastKind(text(), after)).toBe("correction");
  });
});

describe("the kind that was chosen", () => {
  it("may be graver than what was changed, and never lighter", () => {
    expect(kindFault("typo", "verdict_change")).toMatch(/at least: changed verdict/);
    expect(kindFault("update", "verdict_change")).toMatch(/begun as: update/);
    expect(kindFault("correction", "verdict_change")).not.toBeNull();
    expect(kindFault("update", "correction")).not.toBeNull();
    expect(kindFault("typo", "update")).not.toBeNull();
    expect(kindFault("correction", "typo")).toBeNull();
    expect(kindFault("update", "typo")).toBeNull();
    expect(kindFault("correction", null)).toBeNull();
    expect(kindFault("verdict_change", "verdict_change")).toBeNull();
  });

  it("is no changed verdict when the rating is the same", () => {
    for (const least of ["correction", "update", "typo", null] as const) {
      expect(kindFault("verdict_change", least)).toMatch(/the rating is the one/);
    }
  });
});

describe("mending words", () => {
  const published = text({ summary: "Teh minutes say so.", ...paragraph("They were read.") });

  it("replaces them where they stand once, and leaves the rest as it is", () => {
    const mended = mendWords(published, "Teh", "The");
    expect(mended).toMatchObject({
      ok: true,
      value: {
        shortClaim: published.shortClaim,
        content: { verdict: { summary: "The minutes say so." } },
      },
    });
    expect(published.content.verdict.summary).toBe("Teh minutes say so.");
  });

  it.each([
    ["nowhere", "somewhere", /do not stand/],
    ["e", "a", /more than once/],
    ["read", "read", /are the same/],
    ["They were read", "Nobody read them at all", /more than a typo/],
  ])("refuses %s → %s", (wrong, right, why) => {
    expect(mendWords(published, wrong, right)).toMatchObject({
      ok: false,
      error: expect.stringMatching(why),
    });
  });
});

it("readers are told of wrongs on top, of additions at the foot, and of typos in the list alone", () => {
  const change = (correction: "typo" | "update" | "correction" | "verdict_change" | null) => ({
    ...{ kind: "corrected" as const, reason: "x", at: "2026-01-01T00:00:00Z", correction },
  });
  const all = [
    ...(["typo", "update", "correction", "verdict_change", null] as const).map(change),
    { kind: "upheld" as const, reason: "x", at: "2026-01-01T00:00:00Z", correction: null },
  ];
  const kinds = (some: readonly { correction?: unknown }[]) => some.map((one) => one.correction);
  // What was corrected before there were kinds is told as a correction.
  expect(kinds(correctionsOf(all))).toEqual(["correction", "verdict_change", null]);
  expect(kinds(updatesOf(all))).toEqual(["update"]);
  expect(kinds(markedUpOf(all))).toEqual(["correction", "verdict_change", null]);
});

it("a retraction is carried out by somebody else than who asked for it", () => {
  const asked = (byId: string) => ({ byId, reason: "x", at: "2026-01-01T00:00:00Z" });
  expect(whyNotRetract("a", { retractions: [] })).toBe("nobody_asked");
  expect(whyNotRetract("a", { retractions: [asked("a")] })).toBe("asked_yourself");
  expect(whyNotRetract("a", { retractions: [asked("a"), asked("b")] })).toBeNull();
});

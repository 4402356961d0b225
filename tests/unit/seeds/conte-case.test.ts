import { readFileSync } from "node:fs";

import { describe, expect, it, test } from "vitest";

import { sourcingChecks } from "~/domain/evidence/sourcing-checks";
import { ratingWordIn } from "~/domain/report/short-claim";
import { claimStates, type ClaimState } from "~/domain/review/workflow";
import { checkDraft } from "~/domain/verdict/check-draft";
import { plainText, richTextSchema } from "~/domain/verdict/rich-text";
import { safeLink } from "~/domain/verdict/safe-link";

import { conteCase } from "../../../seeds/conte-case";
import { demoPeople } from "../../../seeds/demo-people";

const text = readFileSync(new URL("../../../seeds/conte-interview.txt", import.meta.url), "utf8");
const { claims, article, report } = conteCase;
const drafts = claims.flatMap((claim) => (claim.draft ? [{ key: claim.key, ...claim.draft }] : []));
const evidence = drafts.flatMap((draft) => draft.evidence);

const atStage = (stage: string) => claims.filter((claim) => claim.stage === stage);
const occurrences = (part: string) => text.split(part).length - 1;

test("the article's title opens its text", () => {
  expect(text.startsWith(article.title)).toBe(true);
});

describe.each(claims)("claim $key", (claim) => {
  it("quotes words that stand exactly once in the article", () => {
    expect(occurrences(claim.quote)).toBe(1);
  });

  it("names a claimant only in words of the article", () => {
    expect(text).toContain(claim.claimant ?? claim.quote);
  });

  it("keeps the short claim within 75 characters and the statement readable alone", () => {
    expect(claim.shortClaim.length).toBeLessThanOrEqual(75);
    expect(claim.statement).toMatch(/^[A-Z].*\.$/);
  });

  it("is reviewed by two different people", () => {
    expect(claim.lead).not.toBe(claim.second);
  });
});

test("keys are unique, and no two claims share words", () => {
  expect(new Set(claims.map((claim) => claim.key)).size).toBe(claims.length);
  const spans = claims
    .map(({ quote }) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
    .sort((a, b) => a.start - b.start);
  const overlapping = spans.filter((span, index) => span.start < (spans[index - 1]?.end ?? 0));
  expect(overlapping).toEqual([]);
});

test("every stage is shown but the passing one of approval, and what can follow publication", () => {
  const shown = new Set(claims.map((claim) => claim.stage));
  const others: ClaimState[] = ["approved", "being_corrected", "retracted"];
  expect([...shown].sort()).toEqual(claimStates.filter((state) => !others.includes(state)).sort());
  expect(atStage("published")).toHaveLength(2);
});

describe("what has been submitted", () => {
  const submitted = claims.filter((claim) =>
    ["second_review", "disputed", "published"].includes(claim.stage),
  );

  it.each(submitted)("$key passes the check before submission", ({ draft }) => {
    expect(draft && checkDraft(draft)).toMatchObject({ ok: true });
  });

  it.each(submitted)("$key has a rationale of two to five blocks, two publishers", ({ draft }) => {
    expect(draft?.rationale.length).toBeGreaterThanOrEqual(2);
    expect(draft?.rationale.length).toBeLessThanOrEqual(5);
    expect(new Set(draft?.evidence.map((item) => item.publisher)).size).toBeGreaterThanOrEqual(2);
  });

  it("agrees where it is published and differs where it is disputed", () => {
    for (const claim of atStage("published")) {
      expect(claim.secondVerdict?.rating).toBe(claim.draft?.rating);
    }
    for (const claim of atStage("disputed")) {
      expect(claim.secondVerdict?.rating).not.toBe(claim.draft?.rating);
    }
  });
});

test("reviews in progress are unfinished in different ways", () => {
  const ratings = atStage("in_review").map((claim) => claim.draft?.rating);
  expect(ratings).toEqual(["half_true", null]);
});

describe.each(drafts)("draft $key", (draft) => {
  it("is made of allowed blocks, with a summary of one sentence", () => {
    expect(richTextSchema.parse(draft.rationale)).toEqual(draft.rationale);
    expect(draft.summary.length).toBeLessThanOrEqual(280);
    expect(draft.summary).toMatch(/^([^.]+\.)?$/);
  });

  it("holds no markup and no address that could run", () => {
    expect(JSON.stringify(draft)).not.toMatch(/javascript:|data:|<\/?[a-z]/i);
    expect(plainText(draft.rationale)).not.toBe("");
  });
});

describe("evidence", () => {
  it("has an https address or none, and a civil date or none", () => {
    for (const item of evidence) {
      expect(item.url === "" ? null : safeLink(item.url)).toBe(item.url || null);
      expect(item.url).toMatch(/^(https:.*)?$/);
      expect(item.publishedOn, item.id).toMatch(/^(\d{4}-\d{2}-\d{2})?$/);
    }
  });

  it("marks every publisher that is a party to the matter", () => {
    const parties = evidence.filter((item) =>
      /^(RT|TASS|Sputnik|news-pravda)$/.test(item.publisher),
    );
    expect(parties.map((item) => item.publisher)).toEqual(
      expect.arrayContaining(["RT", "TASS", "news-pravda"]),
    );
    expect(new Set(parties.map((item) => item.sourceType))).toEqual(new Set(["interested_party"]));
  });

  it("has ids that are unique in the whole case", () => {
    expect(new Set(evidence.map((item) => item.id)).size).toBe(evidence.length);
  });
});

test("the dismissed claims say why", () => {
  for (const claim of atStage("dismissed")) {
    expect(claim.dismissalReason?.length).toBeGreaterThan(40);
  }
});

test("the report has a headline and a summary a reader can take in", () => {
  expect(report.headline.length).toBeLessThanOrEqual(110);
  expect(report.summary.length).toBeLessThanOrEqual(400);
});

test("the demo people are recognisably not real", () => {
  for (const person of Object.values(demoPeople)) {
    expect(person.email).toMatch(/@demo\.test$/);
    expect(person.name).toMatch(/demo|admin/i);
  }
  expect(demoPeople.editor.role).toBe("editor");
});

test.each(claims.filter(({ stage }) => ["disputed", "published"].includes(stage)))(
  "once it is settled, what keeps the claim $key from being published is not the demonstration’s",
  ({ shortClaim, draft }) => {
    const checks = sourcingChecks(draft?.evidence ?? [], draft?.sourcing);
    expect(checks.filter(({ met }) => !met)).toEqual([]);
    expect(ratingWordIn(shortClaim)).toBeNull();
  },
);

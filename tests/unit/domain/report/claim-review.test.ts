import fc from "fast-check";
import { expect, test } from "vitest";

import { claimReview } from "~/domain/report/claim-review";
import { scriptSafeJson } from "~/domain/report/script-safe-json";
import type { PublishedVerdict, Report } from "~/domain/report/report";
import { verdictContent } from "~/domain/verdict/canonical";
import { ratings, ratingScale, type Rating } from "~/domain/verdict/rating";

import { claim } from "../../../support/claims";
import { completeDraft } from "../../../support/drafts";

function published(rating: Rating, claimant: string | null = null): [PublishedVerdict, Report] {
  const verdict: PublishedVerdict = {
    claimId: claim().id,
    slug: "it-rained-1111",
    reportSlug: "rome",
    shortClaim: "It rained in Rome",
    content: verdictContent(claim({ claimant }), "ab".repeat(32), completeDraft({ rating })),
    contentHash: "cd".repeat(32),
    credits: [],
    exceptions: [],
    settlement: null,
    replies: null,
    publishedAt: "2024-02-06T10:00:00Z",
    number: 1,
    firstPublishedAt: "2024-02-06T10:00:00Z",
    notice: null,
    correction: null,
  };
  const report: Report = {
    id: "r",
    slug: "rome",
    headline: "Rome",
    summary: "Rain",
    source: {
      title: "Weather",
      byline: null,
      outlet: "The Paper",
      publishedOn: "2024-02-05",
      sourceUrl: null,
      language: "en",
      text: "It rained.",
      sha256: "ab".repeat(32),
    },
    verdicts: [verdict],
    publishedBy: "Edda",
    publishedAt: verdict.publishedAt,
    updatedAt: verdict.publishedAt,
    demo: false,
  };
  return [verdict, report];
}

const reviewed = ([verdict, { source }]: [PublishedVerdict, Report]) => ({
  ...{ verdict, source, changes: [] },
});

const markup = (of: [PublishedVerdict, Report]) => {
  const review = claimReview(reviewed(of), "https://desk.example");
  if (review === null) throw new Error("There is no markup");
  return review;
};

test.each(ratings)(
  "the rating %s carries its name, and a number only if it lies on the line",
  (rating) => {
    const { reviewRating } = markup(published(rating));
    expect(reviewRating.alternateName).toBe(ratingScale[rating].label);
    const { value } = ratingScale[rating];
    if (value === null) expect(reviewRating).not.toHaveProperty("ratingValue");
    else expect(reviewRating).toMatchObject({ ratingValue: value, bestRating: 5, worstRating: 1 });
  },
);

test("the address is that of the verdict's own page", () => {
  expect(markup(published("true")).url).toBe("https://desk.example/claims/it-rained-1111");
});

test("a claim in the outlet's own voice is the outlet's", () => {
  expect(markup(published("true")).itemReviewed.author).toEqual({
    "@type": "Organization",
    name: "The Paper",
  });
  expect(markup(published("true", "Ana")).itemReviewed.author).toEqual({
    "@type": "Person",
    name: "Ana",
  });
});

test("a corrected verdict says when it was changed, and of a retracted one there is no markup", () => {
  const [verdict, report] = published("true");
  const corrected = { ...verdict, number: 2, publishedAt: "2024-03-01T10:00:00Z" };
  expect(markup([corrected, report])).toMatchObject({
    datePublished: "2024-02-06",
    dateModified: "2024-03-01",
  });
  const notice = { kind: "retracted" as const, reason: "Forged", since: "2024-03-02T10:00:00Z" };
  expect(
    claimReview(reviewed([{ ...verdict, notice }, report]), "https://desk.example"),
  ).toBeNull();
});

test("no text can close the script element that holds it, and all of it survives", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const json = scriptSafeJson({ text: `${text}</script><!--` });
      expect(json).not.toContain("<");
      expect(JSON.parse(json)).toEqual({ text: `${text}</script><!--` });
    }),
  );
});

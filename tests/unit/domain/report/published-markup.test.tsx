import fc from "fast-check";
import { parseHTML } from "linkedom";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import { CorrectionsNotice } from "~/components/public/corrections-notice";
import { StructuredData } from "~/components/public/structured-data";
import { VerdictPage } from "~/components/public/verdict-page";
import { independenceOf } from "~/domain/evidence/independence";
import { claimReview } from "~/domain/report/claim-review";
import { xmlText } from "~/domain/report/plain-text";
import { correctionsOf, type PublishedChange } from "~/domain/report/publication";
import { reportMarkup } from "~/domain/report/report-markup";
import { scriptSafeJson } from "~/domain/report/script-safe-json";
import { verdictContent } from "~/domain/verdict/canonical";
import { ratings, ratingScale } from "~/domain/verdict/rating";
import { claimReviewFeed } from "~/web/feeds/claim-review-feed.server";

import { claim } from "../../../support/claims";
import { completeDraft } from "../../../support/drafts";
import { naughtyStrings } from "../../../support/naughty-strings";
import { publication, publishedReport, publishedVerdict } from "../../../support/reports";
import { checkTerms } from "../../../support/schema-org/check-terms";
import { checkClaimReview } from "../../../support/schema-org/google-claim-review";

const site = "https://desk.example";

/** What a person could have typed into a field that may not be empty, and worse. */
const hostile = fc
  .oneof(
    fc.constantFrom(...naughtyStrings),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
    fc.constantFrom("</script><script>alert(1)</script>", "<!--", "]]>", "\u2028\u2029", "‮mirror"),
  )
  // The database takes neither, and a field of white space is refused as empty.
  .map((text) => `${xmlText(text)} .`);
const short = hostile.map((text) => Array.from(text).slice(0, 299).join("") + ".");
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom("javascript:alert(1)", "https://user:pass@evil.example/", "not an address"),
  fc.constantFrom("https://news.example/ü?q=</script>", 'https://news.example/"><b>'),
);

const generated = fc
  .record({
    rating: fc.constantFrom(...ratings),
    ...{ shortClaim: short, statement: hostile, summary: hostile, headline: short },
    ...{ claimant: fc.option(hostile), outlet: fc.option(hostile), title: hostile },
    ...{ sourceUrl: fc.option(address), publishedOn: fc.option(day) },
    ...{ publishedAt: day, corrections: fc.array(fc.record({ reason: hostile, at: day })) },
    isBeingCorrected: fc.boolean(),
  })
  .map((made) => {
    const changes = made.corrections.map((each): PublishedChange => ({
      kind: "corrected",
      ...each,
    }));
    const { statement, claimant, rating, summary, publishedAt } = made;
    const verdict = publishedVerdict({
      content: verdictContent(
        claim({ statement, claimant }),
        "ab".repeat(32),
        completeDraft({ rating, summary }),
      ),
      ...{ shortClaim: made.shortClaim, publishedAt, firstPublishedAt: publishedAt },
      number: 1 + changes.length,
      notice: made.isBeingCorrected
        ? { kind: "being_corrected", reason: statement, since: publishedAt }
        : null,
    });
    const base = publishedReport();
    const report = publishedReport({
      ...{ verdicts: [verdict], headline: made.headline, summary },
      ...{ publishedAt, updatedAt: publishedAt },
      source: {
        ...base.source,
        ...{ title: made.title, outlet: made.outlet, sourceUrl: made.sourceUrl },
        publishedOn: made.publishedOn?.slice(0, 10) ?? null,
      },
    });
    return { report, verdict, changes };
  });

const reports = fc.sample(generated, { numRuns: 200, seed: 7 });

describe.each(reports.map((each, i) => ({ ...each, i })))("report $i", (made) => {
  const { report, verdict, changes } = made;
  const reviewed = { verdict, source: report.source, changes };
  const review = claimReview(reviewed, site);
  if (review === null) throw new Error("There is no markup");

  test("keeps Google's rules and schema.org's vocabulary", () => {
    expect(checkClaimReview(JSON.parse(scriptSafeJson(review)))).toEqual([]);
    expect(checkTerms(review)).toEqual([]);
    expect(checkTerms(reportMarkup(report, changes, site, "CC-BY-4.0"))).toEqual([]);
    const page = {
      publications: [publication({ verdict, source: report.source, changes })],
      ...{ url: `${site}/feeds/claimreview.json`, next: null, changedAt: verdict.publishedAt },
    };
    expect(checkTerms(JSON.parse(claimReviewFeed(page, site)))).toEqual([]);
  });

  test("has one ClaimReview on the verdict's page, which says what is to be read there", () => {
    const { document } = parseHTML(
      `<!doctype html><html><body>${renderToStaticMarkup(
        <>
          <StructuredData json={scriptSafeJson(review)} />
          <VerdictPage
            {...{ verdict, report }}
            independence={independenceOf(verdict.content.evidence)}
            corrections={<CorrectionsNotice corrections={correctionsOf(changes)} />}
          />
        </>,
      )}</body></html>`,
    );
    const scripts = document.querySelectorAll("script");
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(scripts[0]?.textContent ?? "")).toEqual(JSON.parse(JSON.stringify(review)));
    expect(new URL(review.url).host).toBe(new URL(site).host);

    const box = document.querySelector("[data-keep-together][data-rating]");
    expect(box?.textContent).toContain(review.reviewRating.alternateName);
    expect(box?.textContent).toContain(review.reviewRating.ratingExplanation);
    expect(box?.textContent).toContain(review.reviewBody);
    expect(document.querySelector("h1")?.textContent).toBe(review.claimReviewed);
    const read = document.querySelector("article")?.textContent ?? "";
    expect(read).toContain(review.itemReviewed.text);
    if ("author" in review.itemReviewed) expect(read).toContain(review.itemReviewed.author.name);
    const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    if ("appearance" in review.itemReviewed) {
      expect(links).toContain(review.itemReviewed.appearance.url);
    }
    if ("correction" in review) {
      for (const { text } of review.correction) expect(read).toContain(text);
    }
  });

  test("has no ClaimReview on the report's page, and leads to the verdict's", () => {
    const markup = reportMarkup(report, changes, site);
    expect(JSON.stringify(markup)).not.toContain('"ClaimReview"');
    expect(JSON.stringify(markup)).toContain(`${site}/claims/${verdict.slug}`);
  });
});

test("the 200 have every rating, with and without a number", () => {
  const made = new Set(reports.map(({ verdict }) => verdict.content.verdict.rating));
  expect(made).toEqual(new Set(ratings));
  for (const { report, verdict, changes } of reports) {
    const { value } = ratingScale[verdict.content.verdict.rating];
    const review = claimReview({ verdict, source: report.source, changes }, site);
    expect(review?.reviewRating.ratingValue).toBe(value ?? undefined);
  }
});

describe("the checks find", () => {
  const review = claimReview(publication(), site);
  test.each([
    ["a typo", { ...review, claimReveiwed: "x" }],
    ["a property of another type", { ...review, dataFeedElement: [] }],
    ["a rating that is a person", { ...review, reviewRating: { "@type": "Person", name: "x" } }],
    ["an unknown type", { ...review, "@type": "ClaimRevue" }],
  ])("%s by the vocabulary", (_, broken) => {
    expect(checkTerms(broken)).not.toEqual([]);
  });
  test.each([
    ["no claim", { ...review, claimReviewed: " " }],
    ["a claim of 301 characters", { ...review, claimReviewed: "x".repeat(301) }],
    [
      "a number without its ends",
      { ...review, reviewRating: { "@type": "Rating", alternateName: "x", ratingValue: 3 } },
    ],
    ["an address that is none", { ...review, url: "javascript:alert(1)" }],
    ["a day that is none", { ...review, datePublished: "2026-02-30" }],
  ])("%s by Google's rules", (_, broken) => {
    expect(checkClaimReview(broken)).not.toEqual([]);
  });
});

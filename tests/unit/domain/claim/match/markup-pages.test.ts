import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkFeed, checkPages } from "~/domain/claim/match/check-feed";
import type { MarkupPage } from "~/domain/claim/match/markup-page";
import { readClaimReviews } from "~/domain/claim/match/read-claim-reviews";
import { ratingScale, ratings } from "~/domain/verdict/rating";
import { markupPages } from "~/web/feeds/markup-pages.server";

import { readDocument } from "../../../../../server/checks";
import { messyReviews } from "../../../../support/messy-reviews";
import { naughtyStrings } from "../../../../support/naughty-strings";
import { publication } from "../../../../support/reports";
import { checkMarkupPages } from "../../../../support/schema-org/markup-page";

const site = "https://desk.example";
const feed = (publications: ReturnType<typeof publication>[], next: string | null = null) =>
  JSON.parse(markupPages({ publications, url: `${site}/x`, next, changedAt: undefined }, site)) as {
    claimReviewMarkupPages: MarkupPage[];
    nextPageToken?: string;
  };

describe("what is published, as pages of Google’s Fact Check Tools", () => {
  test("has the shape of its reference, for every rating and whatever stands in it", () => {
    const all = naughtyStrings.flatMap((words, i) => {
      const rating = ratings[i % ratings.length] ?? "true";
      const shortClaim = `${words} .`;
      const made = publication({
        verdict: { shortClaim, draft: { rating } },
        source: { title: words },
      });
      return { rating, shortClaim, made };
    });
    const list = feed(all.map(({ made }) => made));
    expect(checkMarkupPages(list)).toEqual([]);
    // All of these are of one page here; on a desk each has its own.
    const markups = list.claimReviewMarkupPages.flatMap((page) => page.claimReviewMarkups ?? []);
    expect(markups).toHaveLength(all.length);
    for (const [i, { rating, shortClaim }] of all.entries()) {
      const { label, definition, value } = ratingScale[rating];
      expect(markups[i]).toMatchObject({ claimReviewed: shortClaim });
      expect(markups[i]?.rating).toEqual({
        ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
        ...{ textualRating: label, ratingExplanation: definition },
      });
    }
  });

  test("says whose claim it is, where and when, and who checked it", () => {
    const made = publication({
      source: {
        sourceUrl: "https://news.example/a",
        publishedOn: "2024-02-05",
        outlet: "The Paper",
      },
    });
    const { claimReviewMarkupPages: pages } = feed([made]);
    expect(pages).toMatchObject([
      {
        pageUrl: `${site}/claims/${made.verdict.slug}`,
        publishDate: made.verdict.firstPublishedAt.slice(0, 10),
        claimReviewAuthor: { name: "Countersign" },
        claimReviewMarkups: [
          { claimDate: "2024-02-05", claimAppearances: ["https://news.example/a"] },
        ],
      },
    ]);
  });

  test("leaves out what is retracted, and gives the place where the list goes on", () => {
    const retracted = publication({
      verdict: { notice: { kind: "retracted", reason: "Forged", since: "2024-03-01T00:00:00Z" } },
    });
    expect(feed([retracted]).claimReviewMarkupPages).toEqual([]);
    const going = feed([publication({})], `${site}/feeds/claimreview-pages.json?before=2024~x-1`);
    expect(going.nextPageToken).toBe("2024~x-1");
    expect(checkMarkupPages(going)).toEqual([]);
  });
});

/** Any page that could have been made with Google’s tools. */
const words = fc.oneof(
  fc.constantFrom(...naughtyStrings.filter((text) => text.trim() !== "")),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
);
const address = fc.webUrl({ withQueryParameters: true });
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2026-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const some = <T>(of: Record<string, fc.Arbitrary<T>>) =>
  fc.record(of, { requiredKeys: [] }).filter((made) => Object.keys(made).length > 0);
const whole = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });

const markup = fc.record(
  {
    claimReviewed: words.map((text) => `The claim: ${text}`),
    claimDate: day,
    claimLocation: words,
    claimAuthor: some<string>({ name: words, jobTitle: words, imageUrl: address, sameAs: address }),
    claimFirstAppearance: address,
    claimAppearances: fc.array(address, { minLength: 1, maxLength: 3 }),
    rating: fc.record(
      {
        ...{ ratingValue: whole, bestRating: whole, worstRating: whole },
        textualRating: words.map((text) => `Rated ${text}`),
        ...{ ratingExplanation: words, imageUrl: address },
      },
      { requiredKeys: ["textualRating"] },
    ),
  },
  { requiredKeys: ["claimReviewed", "rating"] },
);
const pages = fc
  .array(
    fc.record(
      {
        ...{ name: fc.constant("pages/7"), versionId: words, publishDate: day },
        claimReviewAuthor: some<string>({ name: words, imageUrl: address }),
        claimReviewMarkups: fc.array(markup, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: ["claimReviewMarkups"] },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((all): MarkupPage[] =>
    all.map((page, i) => {
      const pageUrl = `https://others.example/check/${i}?a=1&b=2`;
      const claimReviewMarkups = page.claimReviewMarkups.map((each, n) =>
        n === 0 ? each : { ...each, url: `${pageUrl}#claim-${n}` },
      );
      return { ...page, pageUrl, claimReviewMarkups };
    }),
  );

describe("pages of Google’s Fact Check Tools", () => {
  test("come out of an import as they went in, with every field", () => {
    fc.assert(
      fc.property(pages, (made) => {
        const read = readDocument(JSON.stringify({ claimReviewMarkupPages: made }));
        expect(read.unread).toEqual([]);
        expect(checkPages(read.checks)).toEqual(made);
        // And once more through a feed of ClaimReviews.
        const again = readClaimReviews(checkFeed(read.checks));
        expect(checkPages(again.checks)).toEqual(made);
      }),
      { numRuns: 200 },
    );
  });

  test("of this desk are read as the checks that they are", () => {
    const made = publication({ source: { outlet: "The Paper" } });
    const { checks, unread } = readDocument(JSON.stringify(feed([made])));
    expect(unread).toEqual([]);
    expect(checks).toMatchObject([
      {
        url: `${site}/claims/${made.verdict.slug}`,
        claim: made.verdict.shortClaim,
        rating: ratingScale[made.verdict.content.verdict.rating].label,
        publisher: "Countersign",
        checkedOn: made.verdict.firstPublishedAt.slice(0, 10),
      },
    ]);
  });

  test("that are none are told, and the others are taken", () => {
    const good = {
      pageUrl: "https://o.example/1",
      claimReviewMarkups: [{ claimReviewed: "It rained", rating: { textualRating: "False" } }],
    };
    const bad = { ...good, claimReviewMarkups: [{ claimReviewed: 7 }] };
    const { checks, unread } = readDocument(JSON.stringify([bad, good]));
    expect(checks).toHaveLength(1);
    expect(unread).toMatchObject([{ at: 1, why: expect.stringMatching(/no page of Google/) }]);
  });

  test("are made of what others publish, however messy, with a number only where it is a whole one", () => {
    const { checks } = readClaimReviews(messyReviews(300).map(({ markup: each }) => each));
    const made = checkPages(checks);
    const markups = made.flatMap((page) => page.claimReviewMarkups ?? []);
    expect(markups).toHaveLength(checks.length);
    for (const { claimReviewed, rating } of markups) {
      expect(claimReviewed).toBeTypeOf("string");
      expect(rating).toBeTypeOf("object");
      for (const value of [rating?.ratingValue, rating?.bestRating, rating?.worstRating]) {
        expect(value === undefined || Number.isInteger(value)).toBe(true);
      }
    }
    expect(
      readDocument(JSON.stringify({ claimReviewMarkupPages: made })).unread.filter(({ why }) =>
        /no page/.test(why),
      ),
    ).toEqual([]);
  });
});

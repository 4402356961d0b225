import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { EarlierCheck } from "~/domain/claim/match/claim-match";
import { readClaimReviews } from "~/domain/claim/match/read-claim-reviews";

const review = (changes: Record<string, unknown> = {}) => ({
  "@context": "https://schema.org",
  "@type": "ClaimReview",
  url: "https://desk.example/checks/1",
  claimReviewed: "The bridge cost 4 million euros.",
  author: { "@type": "Organization", name: "A Desk" },
  datePublished: "2024-02-05T10:00:00+01:00",
  reviewRating: { "@type": "Rating", alternateName: "Mostly false", ratingValue: 2, bestRating: 5 },
  itemReviewed: { "@type": "Claim", author: { "@type": "Person", name: "Ann Lee" } },
  ...changes,
});
const expected = {
  url: "https://desk.example/checks/1",
  claim: "The bridge cost 4 million euros.",
  title: null,
  claimant: "Ann Lee",
  rating: "Mostly false",
  publisher: "A Desk",
  checkedOn: "2024-02-05",
};
const only = (document: unknown): EarlierCheck => {
  const { checks, unread } = readClaimReviews(document);
  expect(unread).toEqual([]);
  expect(checks).toHaveLength(1);
  const { markup, ...check } = checks[0] ?? { markup: null };
  expect(markup).not.toBeNull();
  return check as EarlierCheck;
};

test.each([
  ["one review", review()],
  ["a list", [review()]],
  ["a graph", { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage" }, review()] }],
  [
    "a feed",
    { "@type": "DataFeed", dataFeedElement: [{ item: [review(), null] }, { item: null }] },
  ],
  ["a type with its address", review({ "@type": ["https://schema.org/ClaimReview"] })],
  ["lists around everything", review({ reviewRating: [{ alternateName: ["Mostly false"] }] })],
])("is read from %s", (_, document) => {
  expect(only(document)).toEqual(expected);
});

describe("fields as they come in the wild", () => {
  test("markup and entities become text", () => {
    const read = only(review({ claimReviewed: "<p>Ann&#39;s  bridge &amp; road&nbsp;closed</p>" }));
    expect(read?.claim).toBe("Ann's bridge & road closed");
  });
  test("a rating in numbers only", () => {
    expect(only(review({ reviewRating: { ratingValue: "2", bestRating: 5 } }))?.rating).toBe(
      "2 of 5",
    );
  });
  test("an author as text, and none at all", () => {
    expect(only(review({ author: "The Desk" }))?.publisher).toBe("The Desk");
    expect(only(review({ author: [] }))?.publisher).toBe("desk.example");
  });
  test("the claim in what was reviewed", () => {
    const read = only(review({ claimReviewed: "", itemReviewed: { text: "It rained in Rome." } }));
    expect(read?.claim).toBe("It rained in Rome.");
  });
  test("a date that is none", () => {
    expect(only(review({ datePublished: "2024-02-31" }))?.checkedOn).toBeNull();
    expect(only(review({ datePublished: "5 February" }))?.checkedOn).toBeNull();
  });
});

test("what cannot be read is told by its number, and nothing else is lost", () => {
  const { checks, unread } = readClaimReviews([
    review({ url: "javascript:alert(1)" }),
    review(),
    review({ claimReviewed: null, itemReviewed: null }),
    review({ reviewRating: {} }),
  ]);
  expect(checks).toMatchObject([expected]);
  expect(unread.map(({ at }) => at)).toEqual([1, 3, 4]);
});

test("whatever is in a file, what is read fits into the desk", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 4 }), fc.anything(), (fields, rating) => {
      const { checks } = readClaimReviews([review({ ...fields, reviewRating: rating })]);
      for (const check of checks) {
        expect(check.url).toMatch(/^https?:\/\//);
        expect(check.claim.length).toBeGreaterThanOrEqual(3);
        expect(check.rating.length).toBeGreaterThan(0);
        expect(Array.from(check.rating).length).toBeLessThanOrEqual(200);
        expect(check.publisher).not.toBe("");
      }
    }),
  );
});

test("a file nested without end is given up on", () => {
  let deep: unknown = review();
  for (let i = 0; i < 20_000; i += 1) deep = [deep];
  expect(readClaimReviews(deep)).toEqual({ checks: [], unread: [], partly: [] });
});

import type { ImportedCheck } from "./claim-match";
import type { MarkupPage } from "./markup-page";
import { isRaw } from "./review-nodes";
import { markupPagesOf } from "./reviews-to-markup-pages";

/**
 * Earlier checks as a Data Commons feed: each as its desk wrote it, with every field that it came with; where that was not
 * kept, made anew of what is known.
 */
export function checkFeed(checks: readonly ImportedCheck[]) {
  return {
    "@context": "https://schema.org",
    "@type": "DataFeed",
    dataFeedElement: checks.map((check) => ({
      "@type": "DataFeedItem",
      url: check.url,
      item: [markupOf(check)],
    })),
  };
}

/** Earlier checks as pages of Google’s Fact Check Tools, with every field that has a place there. */
export const checkPages = (checks: readonly ImportedCheck[]): MarkupPage[] =>
  markupPagesOf(
    checks.map((known) => {
      const raw = markupOf(known);
      return { raw: isRaw(raw) ? raw : madeAnew(known), known };
    }),
  );

const markupOf = (check: ImportedCheck): unknown =>
  check.markup === null ? madeAnew(check) : (JSON.parse(check.markup) as unknown);

function madeAnew({ url, claim, title, claimant, rating, publisher, checkedOn }: ImportedCheck) {
  return {
    "@type": "ClaimReview",
    url,
    claimReviewed: claim,
    ...(title !== null && { headline: title }),
    author: { "@type": "Organization", name: publisher },
    ...(checkedOn !== null && { datePublished: checkedOn }),
    reviewRating: { "@type": "Rating", alternateName: rating },
    itemReviewed: {
      "@type": "Claim",
      ...(claimant !== null && { author: { "@type": "Person", name: claimant } }),
    },
  };
}

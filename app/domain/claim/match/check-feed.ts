import type { ImportedCheck } from "./claim-match";

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
      item: [check.markup === null ? madeAnew(check) : (JSON.parse(check.markup) as unknown)],
    })),
  };
}

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

import { claimReview } from "~/domain/report/claim-review";

import type { FeedPage } from "./feed-page.server";
import { siteName } from "./site-words";

/** How many verdicts a page of the feed has. */
export const claimReviewFeedLength = 1_000;

/** The verdicts that stand, as a DataFeed in the shape that Data Commons collects. Retracted ones are left out. */
export function claimReviewFeed(page: FeedPage, publicUrl: string): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "DataFeed",
    name: siteName,
    url: page.url,
    ...(page.changedAt !== undefined && { dateModified: new Date(page.changedAt).toISOString() }),
    dataFeedElement: page.publications.flatMap((publication) => {
      const review = claimReview(publication, publicUrl);
      if (review === null) return [];
      return {
        "@type": "DataFeedItem",
        url: review.url,
        dateCreated: publication.verdict.firstPublishedAt,
        dateModified: new Date(publication.changedAt).toISOString(),
        item: [review],
      };
    }),
  });
}

import { markupPagesOf } from "~/domain/claim/match/reviews-to-markup-pages";
import { claimReview } from "~/domain/report/claim-review";

import type { FeedPage } from "./feed-page.server";

/**
 * The verdicts that stand, as Google’s Fact Check Tools list pages of markup: one for each verdict’s page. Retracted ones are
 * left out.
 */
export function markupPages(page: FeedPage, publicUrl: string): string {
  const reviews = page.publications.flatMap((publication) => {
    const raw = claimReview(publication, publicUrl);
    return raw === null ? [] : [{ raw }];
  });
  const token = page.next === null ? null : new URL(page.next).searchParams.get("before");
  return JSON.stringify({
    claimReviewMarkupPages: markupPagesOf(reviews),
    ...(token !== null && { nextPageToken: token }),
  });
}

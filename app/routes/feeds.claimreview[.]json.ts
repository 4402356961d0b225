import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { claimReviewFeed, claimReviewFeedLength } from "~/web/feeds/claim-review-feed.server";
import { feedMaxAge, feedPage } from "~/web/feeds/feed-page.server";

/** The verdicts that stand, as a DataFeed of ClaimReviews. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await feedPage(request, context, claimReviewFeedLength);
  return conditional(request, {
    body: claimReviewFeed(page, context.publicUrl),
    type: "application/json; charset=utf-8",
    changedAt: page.changedAt,
    maxAge: feedMaxAge,
    headers: {
      "Access-Control-Allow-Origin": "*",
      ...(page.next !== null && { Link: `<${page.next}>; rel="next"` }),
    },
  });
}

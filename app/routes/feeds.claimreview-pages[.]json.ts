import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { claimReviewFeedLength } from "~/web/feeds/claim-review-feed.server";
import { feedMaxAge, feedPage } from "~/web/feeds/feed-page.server";
import { markupPages } from "~/web/feeds/markup-pages.server";

/** The verdicts that stand, in the shape of Google’s Fact Check Tools. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await feedPage(request, context, claimReviewFeedLength);
  return conditional(request, {
    body: markupPages(page, context.publicUrl),
    type: "application/json; charset=utf-8",
    changedAt: page.changedAt,
    maxAge: feedMaxAge,
    headers: {
      "Access-Control-Allow-Origin": "*",
      ...(page.next !== null && { Link: `<${page.next}>; rel="next"` }),
    },
  });
}

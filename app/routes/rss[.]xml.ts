import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge, feedPage } from "~/web/feeds/feed-page.server";
import { feedLength, rssFeed } from "~/web/feeds/news-feeds.server";

/** What is published, as RSS 2.0. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await feedPage(request, context, feedLength);
  return conditional(request, {
    body: rssFeed(page, context.publicUrl),
    type: "application/rss+xml; charset=utf-8",
    changedAt: page.changedAt,
    maxAge: feedMaxAge,
  });
}

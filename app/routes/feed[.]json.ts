import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge, feedPage } from "~/web/feeds/feed-page.server";
import { feedLength, jsonFeed } from "~/web/feeds/news-feeds.server";

/** What is published, as JSON Feed 1.1. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await feedPage(request, context, feedLength);
  return conditional(request, {
    body: jsonFeed(page, context.publicUrl),
    type: "application/feed+json; charset=utf-8",
    changedAt: page.changedAt,
    maxAge: feedMaxAge,
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge, feedPage } from "~/web/feeds/feed-page.server";
import { atomFeed, feedLength } from "~/web/feeds/news-feeds.server";

/** What is published, as Atom. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = await feedPage(request, context, feedLength);
  return conditional(request, {
    body: atomFeed(page, context.publicUrl),
    type: "application/atom+xml; charset=utf-8",
    changedAt: page.changedAt,
    maxAge: feedMaxAge,
  });
}

import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge } from "~/web/feeds/feed-page.server";
import { newsAge, newsSitemap } from "~/web/feeds/sitemaps.server";

/** What was published within the last two days, for search engines that list news. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const now = Date.now();
  const pages = await context.ports.publications.addresses(new Date(now - newsAge));
  return conditional(request, {
    body: newsSitemap(pages, context.publicUrl, now),
    type: "application/xml; charset=utf-8",
    maxAge: feedMaxAge,
  });
}

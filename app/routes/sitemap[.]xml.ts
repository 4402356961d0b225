import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge } from "~/web/feeds/feed-page.server";
import { sitemap } from "~/web/feeds/sitemaps.server";
import { filledSitePages } from "~/web/site-page.server";
import { standingPages } from "~/web/site-pages";

/** Every public page, for search engines. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const [pages, filled] = await Promise.all([
    context.ports.publications.addresses(),
    filledSitePages(context.ports),
  ]);
  const standing = [...filled.map((name) => `/${name}`), ...standingPages.map(({ href }) => href)];
  return conditional(request, {
    body: sitemap(pages, context.publicUrl, standing),
    type: "application/xml; charset=utf-8",
    maxAge: feedMaxAge,
  });
}

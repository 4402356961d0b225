import type { LoaderFunctionArgs } from "@remix-run/node";

import { conditional } from "~/web/conditional.server";
import { feedMaxAge } from "~/web/feeds/feed-page.server";
import { sitemap } from "~/web/feeds/sitemaps.server";
import { sitePages } from "~/web/site-pages";

const standing = sitePages.map(({ href }) => href);

/** Every public page, for search engines. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const pages = await context.ports.publications.addresses();
  return conditional(request, {
    body: sitemap(pages, context.publicUrl, standing),
    type: "application/xml; charset=utf-8",
    maxAge: feedMaxAge,
  });
}

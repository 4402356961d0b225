import Builder from "fast-xml-builder";

import { xmlText } from "~/domain/report/plain-text";
import type { PublishedAddress } from "~/domain/report/publication";

import { siteName } from "./site-words";

/** Milliseconds for which a page counts as news, and how many pages a news sitemap may have. */
export const newsAge = 2 * 24 * 3_600_000;
const mostNews = 1_000;

const builder = new Builder({ ignoreAttributes: false, attributeNamePrefix: "@" });

const urlset = (attributes: Record<string, string>, url: readonly object[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${builder.build({
    urlset: { "@xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9", ...attributes, url },
  })}`;

/** The pages of the site, the front page first. `standing` are the addresses of pages that are always there. */
export function sitemap(
  pages: readonly PublishedAddress[],
  publicUrl: string,
  standing: readonly string[],
): string {
  const changedAt = pages[0]?.changedAt;
  return urlset({}, [
    { loc: `${publicUrl}/`, ...(changedAt !== undefined && { lastmod: changedAt }) },
    ...standing.map((path) => ({ loc: `${publicUrl}${path}` })),
    ...pages.map(({ kind, slug, changedAt }) => ({
      loc: `${publicUrl}/${kind}/${slug}`,
      lastmod: changedAt,
    })),
  ]);
}

/** What was published first within the last two days and stands; what is older is taken out, as search engines ask. */
export function newsSitemap(
  pages: readonly PublishedAddress[],
  publicUrl: string,
  now: number,
): string {
  const news = pages
    .filter((page) => !page.isRetracted && now - Date.parse(page.firstPublishedAt) <= newsAge)
    .slice(0, mostNews);
  return urlset(
    { "@xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9" },
    news.map(({ kind, slug, title, firstPublishedAt }) => ({
      loc: `${publicUrl}/${kind}/${slug}`,
      "news:news": {
        "news:publication": { "news:name": siteName, "news:language": "en" },
        "news:publication_date": firstPublishedAt,
        "news:title": xmlText(title),
      },
    })),
  );
}

import type { PagePlace } from "~/data/public-stamp.server";

/** The first part of each address that is the same for everybody. */
const open = new Set([
  "",
  "reports",
  "claims",
  "embed",
  "search",
  "statistics",
  "statistics.csv",
  "corrections",
  "ratings",
  "methodology",
  "corrections-policy",
  "complaints",
  "funding",
  "team",
  "privacy",
  "verify",
  "feed.xml",
  "rss.xml",
  "feed.json",
  "feeds",
  "sitemap.xml",
  "news-sitemap.xml",
  "robots.txt",
  "oembed",
  "log",
]);

/**
 * Whether what stands at this path is shown to whoever asks, read with nobody's rights but the public's. Only in the exact
 * form in which pages link to it: anything that a router could read as another address counts as the desk's.
 */
export function isForReaders(path: string): boolean {
  const [first = ""] = path.slice(1).split("/", 1);
  return /^\/(?:[a-z\d-][a-z\d.-]*(?:\/[a-z\d-][a-z\d.-]*)*\/?)?$/.test(path) && open.has(first);
}

const placed: Record<string, "report" | "verdict" | undefined> = {
  reports: "report",
  claims: "verdict",
  embed: "verdict",
};

/** What the page at this path of a reader rests on. */
export function placeOf(path: string): PagePlace {
  const [, first = "", slug = ""] = path.split("/");
  const kind = placed[first];
  return kind === undefined ? { kind: "site" } : { kind, slug };
}

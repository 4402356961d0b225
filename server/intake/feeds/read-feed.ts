import { parseFeed } from "feedsmith";
import { parseHTML } from "linkedom";

import { cleanLine } from "~/domain/article/clean-text";
import { fail, ok, type Result } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import { decodePage } from "../decode-text";
import { fit } from "../page-metadata";
import type { ReadProblem } from "../problem";

/** A feed as it was fetched. */
export interface FeedSource {
  bytes: Uint8Array;
  contentType: string;
  url: string;
}

/** What one entry of a feed says of an article: plain text alone, and an address that can be opened. */
export interface FeedEntry {
  guid: string;
  url: string;
  title: string;
  /** ISO 8601 in UTC; null when it does not say, or says something else. */
  publishedAt: string | null;
  summary: string;
}

export interface ReadFeed {
  title: string | null;
  entries: FeedEntry[];
}

export type FeedResult = Result<ReadFeed, ReadProblem>;

const mostEntries = 200;
const longest = { guid: 500, title: 300, summary: 600, markup: 20_000 } as const;

const problem = (message: string): FeedResult => fail({ kind: "file", message });
const noFeed = "The address holds no RSS, Atom or JSON feed.";
const entities =
  "The feed declares entities, which can be used to attack a reader, and was not read.";

/** Reads RSS, RDF, Atom and JSON feeds. Entries without an address or a title to show are left out. */
export function readFeed({ bytes, contentType, url }: FeedSource): FeedResult {
  // Without its zero bytes, so that no encoding hides a declaration from this look.
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(Buffer.from(bytes).toString("latin1").replaceAll("\0", "")))
    return problem(entities);
  let parsed: ReturnType<typeof parseFeed>;
  try {
    parsed = parseFeed(decodePage(bytes, contentType));
  } catch {
    return problem(noFeed);
  }
  const { title, found } = entriesOf(parsed);
  const entries = found.slice(0, mostEntries).flatMap((entry) => {
    const link = absolute(entry.link, url);
    const name = plain(entry.title, longest.title) ?? plain(entry.summary, 120);
    if (link === null || name === null) return [];
    return [
      {
        guid: cleanLine(entry.guid ?? link).slice(0, longest.guid) || link,
        url: link,
        title: name,
        publishedAt: instantOf(entry.at),
        summary: plain(entry.summary, longest.summary) ?? "",
      },
    ];
  });
  return ok({ title: plain(title, 200), entries });
}

interface Raw {
  guid: string | undefined;
  link: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  /** As it was written, or as the parser made of it. */
  at: unknown;
}

function entriesOf(parsed: ReturnType<typeof parseFeed>): {
  title: string | undefined;
  found: Raw[];
} {
  switch (parsed.format) {
    case "rss":
      return {
        title: parsed.feed.title,
        found: (parsed.feed.items ?? []).map((item) => ({
          guid: item.guid?.value,
          link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          summary: item.description,
          at: item.pubDate ?? item.dc?.dates?.[0],
        })),
      };
    case "rdf":
      return {
        title: parsed.feed.title,
        found: (parsed.feed.items ?? []).map((item) => ({
          guid: item.link,
          link: item.link,
          title: item.title,
          summary: item.description,
          at: item.dc?.dates?.[0],
        })),
      };
    case "atom":
      return {
        title: parsed.feed.title?.value,
        found: (parsed.feed.entries ?? []).map((entry) => ({
          guid: entry.id,
          link: (
            entry.links?.find(({ rel }) => rel === undefined || rel === "alternate") ??
            entry.links?.[0]
          )?.href,
          title: entry.title?.value,
          summary: entry.summary?.value,
          at: entry.published ?? entry.updated,
        })),
      };
    case "json":
      return {
        title: parsed.feed.title,
        found: (parsed.feed.items ?? []).map((item) => ({
          guid: item.id,
          link: item.url ?? item.external_url,
          title: item.title,
          summary: item.summary ?? item.content_text,
          at: item.date_published,
        })),
      };
  }
}

const absolute = (link: string | undefined, base: string): string | null =>
  link !== undefined && URL.canParse(link.trim(), base)
    ? safeLink(new URL(link.trim(), base).href)
    : null;

/** What is read of text that may be markup. Nothing in it is kept but words. */
function plain(markup: string | undefined, most: number): string | null {
  if (markup === undefined) return null;
  const { document } = parseHTML(`<html><body>${markup.slice(0, longest.markup)}</body></html>`);
  for (const element of document.querySelectorAll("script, style, template")) element.remove();
  return fit(cleanLine(document.body.textContent ?? ""), most);
}

function instantOf(at: unknown): string | null {
  const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
  const isSensible = time > 0 && time < Date.now() + 366 * 86_400_000;
  return isSensible ? new Date(time).toISOString() : null;
}

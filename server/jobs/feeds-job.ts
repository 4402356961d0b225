import type { Sql } from "postgres";
import { z } from "zod";

import { createPageFetcher, type PageFetcherOptions } from "../fetch";
import type { PageReader } from "../intake";

/** What reading feeds works with. `fetching` is for tests, whose feeds are on this machine. */
export interface FeedTools {
  sql: Sql;
  reader: Pick<PageReader, "feed">;
  fetching?: PageFetcherOptions;
}

const dueFeed = z.object({
  id: z.string(),
  url: z.string(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
});

const feedTypes = new Set([
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/feed+json",
  "application/json",
  "application/xml",
  "text/xml",
  "text/html",
  "text/plain",
]);
/** Of one run; the others are read in the next minute. */
const mostFeeds = 20;

/**
 * Reads the feeds that are due, one after the other, and puts what is new into the inbox. The database gives each to one
 * worker at a time. What cannot be read is noted with why, and tried again after twice as long.
 */
export async function readDueFeeds(tools: FeedTools, ending?: AbortSignal): Promise<void> {
  const { sql } = tools;
  for (let read = 0; read < mostFeeds && ending?.aborted !== true; read += 1) {
    const [row] = await sql`select id, url, etag, last_modified from app_private.next_feed()`;
    if (row === undefined) return;
    const feed = dueFeed.parse(row);
    const problem = await readOne(tools, feed, ending);
    if (problem === null) continue;
    await sql`select app_private.note_feed_failure(${feed.id}, ${problem})`;
  }
}

/** Reads one feed; answers with why it could not. */
async function readOne(
  { sql, reader, fetching }: FeedTools,
  feed: z.infer<typeof dueFeed>,
  ending?: AbortSignal,
): Promise<string | null> {
  const fetchPage = createPageFetcher({
    ...fetching,
    types: feedTypes,
    headers: {
      accept:
        "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9",
      ...(feed.etag !== null && { "if-none-match": feed.etag }),
      ...(feed.last_modified !== null && { "if-modified-since": feed.last_modified }),
    },
  });
  const fetched = await fetchPage(feed.url, ending);
  if (!fetched.ok) return withoutAdvice(fetched.error.message);
  const { status, bytes, contentType, finalUrl, etag, lastModified } = fetched.value;
  if (status === 304) {
    await sql`select app_private.store_feed(${feed.id}, null, '[]'::jsonb, ${feed.etag}, ${feed.last_modified})`;
    return null;
  }
  const read = await reader.feed({ kind: "feed", bytes, contentType, url: finalUrl });
  if (!read.ok) return withoutAdvice(read.error.message);
  const { title, entries } = read.value;
  await sql`select app_private.store_feed(${feed.id}, ${title}, ${sql.json(entries.map((entry) => ({ ...entry })))},
    ${etag?.slice(0, 500) ?? null}, ${lastModified?.slice(0, 100) ?? null})`;
  return null;
}

/** These messages are written for who takes in one page, and say what to do then. */
const withoutAdvice = (message: string): string => message.replace(/ Nothing was saved\..*$/s, "");

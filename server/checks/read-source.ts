import type { ReadReviews } from "~/domain/claim/match/read-claim-reviews";
import { ok, type Result } from "~/domain/result";

import { decodePage } from "../intake/decode-text";
import { readFeed } from "../intake/feeds/read-feed";
import type { ReadProblem } from "../intake/problem";
import { readDocument } from "./read-document";

/** What came from an address that may hold checks. */
export interface CheckSource {
  bytes: Uint8Array;
  contentType: string;
  url: string;
}

/** The checks in it, and of a feed the pages that it leads to. */
export type CheckSourceResult = Result<{ read: ReadReviews; links: string[] }, ReadProblem>;

/** Reads what an address answered: a page, JSON-LD, a Data Commons feed, or a feed of pages, which may have markup in it. */
export function readCheckSource(source: CheckSource): CheckSourceResult {
  const text = decodePage(source.bytes, source.contentType);
  const read = readDocument(text);
  if (!isFeed(text)) return ok({ read, links: [] });
  const feed = readFeed(source);
  if (!feed.ok) return feed;
  const links = [...new Set(feed.value.entries.map(({ url }) => url))];
  // What is no markup in a feed is no review that was left out.
  return ok({ read: { ...read, unread: read.checks.length > 0 ? read.unread : [] }, links });
}

const isFeed = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(
    text.slice(0, 5_000),
  ) || /"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(text.slice(0, 2_000));

import {
  ClaimReviewReader,
  mergeReviews,
  type ReadReviews,
} from "~/domain/claim/match/read-claim-reviews";
import { fail, ok, type Result } from "~/domain/result";

import { createPageFetcher, type PageFetcherOptions } from "../fetch";
import { readCheckSource, type CheckSource, type CheckSourceResult } from "./read-source";

/** Fetches the checks at an address; fails with a sentence when it cannot be read at all. */
export type CheckFetcher = (url: string) => Promise<Result<ReadReviews, string>>;

const types = new Set([
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/json",
  "application/ld+json",
  "application/feed+json",
  "application/x-ndjson",
  "application/jsonl",
  "application/rss+xml",
  "application/atom+xml",
  "application/rdf+xml",
  "application/xml",
  "text/xml",
  "application/octet-stream",
]);

const limits = { totalMs: 30_000, maxBytes: 50_000_000, maxRedirects: 5 };

/** Of the pages that a feed leads to, how many are fetched, and how many at once. */
const mostPages = 50;
const lanes = 4;
/** Milliseconds for all of them; what is not read by then is told. */
const pagesWithin = 90_000;

/**
 * Makes the function that fetches checks from a page, a DataFeed or a feed of pages, as guarded as every fetch is. Of a feed
 * whose entries hold no markup the pages are read that it leads to; each that cannot be is told, and the others are taken.
 *
 * @param read reads what was fetched; strangers’ pages apart from the thread that serves people.
 */
export function createCheckFetcher(
  options: PageFetcherOptions = {},
  read: (source: CheckSource) => Promise<CheckSourceResult> | CheckSourceResult = readCheckSource,
): CheckFetcher {
  const headers = {
    accept:
      "application/ld+json, application/json, text/html;q=0.9, application/rss+xml;q=0.8, application/atom+xml;q=0.8, */*;q=0.1",
  };
  const fetchPage = createPageFetcher({ ...options, types, limits, headers });

  async function sourceAt(url: string, signal?: AbortSignal) {
    const fetched = await fetchPage(url, signal);
    if (!fetched.ok) return fail(withoutAdvice(fetched.error.message));
    const { bytes, contentType, finalUrl } = fetched.value;
    const source = await read({ bytes, contentType, url: finalUrl });
    return source.ok ? source : fail(withoutAdvice(source.error.message));
  }

  return async (url) => {
    const first = await sourceAt(url);
    if (!first.ok) return first;
    const { read: found, links } = first.value;
    if (found.checks.length > 0 || links.length === 0) return ok(found);
    return ok(mergeReviews(await pagesOf(links, sourceAt)));
  };
}

/** What each of these pages holds, in their order; one that cannot be read is a review that was left out. */
async function pagesOf(
  links: readonly string[],
  sourceAt: (url: string, signal: AbortSignal) => Promise<Result<{ read: ReadReviews }, string>>,
): Promise<ReadReviews[]> {
  const found = links.map((url) =>
    leftOut(url, `only ${mostPages} pages of a feed are read at once`),
  );
  const waiting = [...links.slice(0, mostPages).entries()];
  const signal = AbortSignal.timeout(pagesWithin);
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [i, url] = next;
      found[i] = await onePage(url, sourceAt, signal);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return found;
}

async function onePage(
  url: string,
  sourceAt: (url: string, signal: AbortSignal) => Promise<Result<{ read: ReadReviews }, string>>,
  signal: AbortSignal,
): Promise<ReadReviews> {
  if (signal.aborted) return leftOut(url, "there was no time left for this page");
  try {
    const page = await sourceAt(url, signal);
    if (!page.ok) return leftOut(url, page.error.replace(/\.$/, ""));
    const { read } = page.value;
    const isEmpty = read.checks.length === 0 && read.unread.length === 0;
    return isEmpty ? leftOut(url, "this page holds no ClaimReview") : read;
  } catch {
    return leftOut(url, "there was no time left for this page");
  }
}

function leftOut(url: string, why: string): ReadReviews {
  const reader = new ClaimReviewReader();
  reader.skip(why, url);
  return reader.result;
}

/** These messages are written for who takes in one article, and say what to do then. */
const withoutAdvice = (message: string): string =>
  message
    .replace(/ Nothing was saved\..*$/s, "")
    .replace(", not a page of text, a PDF or a .docx file", ", which is nothing with markup");

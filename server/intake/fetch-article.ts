import type { ArticleDraft } from "~/domain/article/article";
import { ok, type Result } from "~/domain/result";

import type { FetchedPage, FetchProblem, PageFetcher } from "../fetch";
import { decodePage } from "./decode-text";
import { fit } from "./page-metadata";
import type { ReadProblem } from "./problem";
import { readHtml } from "./read-html";
import { readMarkdown } from "./read-markdown";
import { readPlain } from "./read-plain";

/**
 * Fetches a page and reads the article in it, with where it was found in the end and when. Rejects only when `signal`
 * is aborted.
 */
export async function fetchArticle(
  fetchPage: PageFetcher,
  url: string,
  signal?: AbortSignal,
): Promise<Result<ArticleDraft, FetchProblem | ReadProblem>> {
  const fetched = await fetchPage(url, signal);
  if (!fetched.ok) return fetched;
  const page = fetched.value;
  const read = readPage(page);
  if (!read.ok) return read;
  const outlet =
    read.value.outlet ?? fit(new URL(page.finalUrl).hostname.replace(/^www\./, ""), 200);
  return ok({ ...read.value, outlet, sourceUrl: page.finalUrl, fetchedAt: page.fetchedAt });
}

function readPage(page: FetchedPage): Result<ArticleDraft, ReadProblem> {
  const text = decodePage(page.bytes, page.contentType);
  const type = page.contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (type === "text/plain") return readPlain(text);
  if (type === "text/markdown") return readMarkdown(text);
  return readHtml(text, page.finalUrl);
}

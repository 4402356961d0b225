import { fail, ok, type Result } from "~/domain/result";

import type { FetchProblem, PageFetcher } from "../fetch";
import { fit } from "./page-metadata";
import type { ReadProblem } from "./problem";
import type { ReadDraft } from "./read-draft";
import type { PageReader } from "./worker";

/**
 * Fetches a page and reads the article in it, with where it was found in the end and when. Rejects only when `signal`
 * is aborted.
 */
export async function fetchArticle(
  fetchPage: PageFetcher,
  reader: Pick<PageReader, "read">,
  url: string,
  signal?: AbortSignal,
): Promise<Result<ReadDraft, FetchProblem | ReadProblem>> {
  const fetched = await fetchPage(url, signal);
  if (!fetched.ok) return fail(withFileInMind(fetched.error));
  const { bytes, contentType, finalUrl, fetchedAt } = fetched.value;
  const read = await reader.read({ kind: "page", bytes, contentType, url: finalUrl });
  if (!read.ok) return fail(atAddress(read.error));
  const outlet = read.value.outlet ?? fit(new URL(finalUrl).hostname.replace(/^www\./, ""), 200);
  return ok({ ...read.value, outlet, sourceUrl: finalUrl, fetchedAt });
}

/** A file may be larger when it is chosen than when it is fetched, which is only known of one who has seen it. */
const withFileInMind = (problem: FetchProblem): FetchProblem =>
  problem.kind !== "too_large"
    ? problem
    : {
        ...problem,
        message: problem.message.replace(
          "Paste the text instead.",
          "If it is a PDF or a Word document, save it and choose it as a file, up to 10 MB; else paste the text.",
        ),
      };

/** Why a file cannot be read, with advice for who gave its address: there is nothing to choose again. */
const atAddress = (problem: ReadProblem): ReadProblem =>
  problem.kind !== "file"
    ? problem
    : {
        ...problem,
        message: problem.message.replace(
          / Nothing was saved\..*$/s,
          " Nothing was saved. Open the file yourself and paste its text.",
        ),
      };

import type { Intake } from "~/commands/ports";
import { fail } from "~/domain/result";

import type { createPageFetcher } from "../fetch";
import { fetchArticle, type PageReader } from "./index";

/** Intake as the pages know it: a draft, or a sentence that says why there is none. */
export function intakePort(
  fetchPage: ReturnType<typeof createPageFetcher>,
  reader: Pick<PageReader, "read">,
): Intake {
  return {
    async fetch(url) {
      const fetched = await fetchArticle(fetchPage, reader, url);
      return fetched.ok ? fetched : fail(fetched.error.message);
    },
    async read(file) {
      const read = await reader.read({ kind: "upload", ...file });
      return read.ok ? read : fail(read.error.message);
    },
  };
}

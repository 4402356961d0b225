import type { Intake } from "~/commands/ports";
import type { OriginalBytes } from "~/commands/ports/intake";
import { fail, ok } from "~/domain/result";

import type { createPageFetcher, FetchedPage } from "../fetch";
import { fetchArticle, type PageReader } from "./index";
import { mediaTypeOf, sentMediaType } from "./sniff";

/** Intake as the pages know it: a draft with what it was read from, or a sentence that says why there is none. */
export function intakePort(
  fetchPage: ReturnType<typeof createPageFetcher>,
  reader: Pick<PageReader, "read">,
): Intake {
  return {
    async fetch(url) {
      const pages: FetchedPage[] = [];
      const keeping: typeof fetchPage = async (...asked) => {
        const answer = await fetchPage(...asked);
        if (answer.ok) pages.push(answer.value);
        return answer;
      };
      const fetched = await fetchArticle(keeping, reader, url);
      if (!fetched.ok) return fail(fetched.error.message);
      const [page] = pages;
      if (page === undefined) throw new Error("An article was read from no page");
      const original: OriginalBytes = {
        ...{ way: "fetch", name: null, url: page.finalUrl },
        mediaType: sentMediaType(page.bytes, page.contentType),
        bytes: page.bytes,
      };
      return ok({ ...fetched.value, original });
    },
    async read(file) {
      const read = await reader.read({ kind: "upload", ...file });
      if (!read.ok) return fail(read.error.message);
      const original: OriginalBytes = {
        ...{ way: "upload", name: file.name.slice(0, 200), url: null },
        mediaType: mediaTypeOf(file.bytes, file.type),
        bytes: file.bytes,
      };
      return ok({ ...read.value, original });
    },
  };
}

import { decodePage } from "./decode-text";
import type { Halfway, ReadResult } from "./read-draft";
import { readHtml } from "./read-html";
import { readMarkdown } from "./read-markdown";
import { readPlain } from "./read-plain";

/** A page as it was fetched. */
export interface PageSource {
  bytes: Uint8Array;
  contentType: string;
  url: string;
}

/** Reads the article in a page as what its server says it is. `halfway` is as in `readHtml`. */
export function readPage({ bytes, contentType, url }: PageSource, halfway?: Halfway): ReadResult {
  const text = decodePage(bytes, contentType);
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase();
  if (type === "text/plain") return readPlain(text);
  if (type === "text/markdown") return readMarkdown(text);
  return readHtml(text, url, halfway);
}

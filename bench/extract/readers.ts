import { Readability } from "@mozilla/readability";

import { cleanText } from "~/domain/article/clean-text";

import { blockText } from "../../server/intake/block-text";
import { parsePage } from "../../server/intake/parse-page";
import { readHtml } from "../../server/intake/read-html";
import { secondReading } from "../../server/intake/second-reading";
import { stripSource } from "../../server/intake/strip-source";
import type { TruePage } from "./pages";

/** What a reader finds on a page: the text, empty where there is none. */
export type Reader = (page: TruePage) => string;

function readability(html: string) {
  const page = parsePage(stripSource(html).html);
  if (!page.ok) return null;
  return new Readability<Node>(page.value, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
}

/** Ours, as the desk shows it, beside its two parts alone and the text that Readability itself gives. */
export const readers: Record<string, Reader> = {
  "Readability, textContent": ({ html }) => readability(html)?.textContent ?? "",
  "Readability, in blocks": ({ html }) => {
    const content = readability(html)?.content;
    return content ? cleanText(blockText(content)) : "";
  },
  defuddle: ({ html, url }) => secondReading(stripSource(html), url) ?? "",
  ours: ({ html, url }) => {
    const read = readHtml(html, url);
    return read.ok ? read.value.text : "";
  },
};

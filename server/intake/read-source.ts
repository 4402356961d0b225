import { cleanText } from "~/domain/article/clean-text";
import { ok } from "~/domain/result";

import { blockText } from "./block-text";
import { decodePage } from "./decode-text";
import { pageMetadata } from "./page-metadata";
import { articleData } from "./json-ld";
import { parsePage, withinStack } from "./parse-page";
import { noText } from "./problem";
import type { ReadResult } from "./read-draft";
import type { PageSource } from "./read-page";
import { readUpload } from "./read-upload";
import { seemsToBe } from "./sniff";
import { stripSource } from "./strip-source";

/** What of a text is kept; excerpts are looked for in it. */
const longestText = 600_000;

/**
 * Reads all of the words in a source, not only the article in it: an excerpt may stand in a table or beside a picture. What
 * it is, its bytes say before its header does.
 */
export function readSource({ bytes, contentType, url }: PageSource): ReadResult {
  if (bytes.byteLength === 0) return { ok: false, error: noText };
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (seemsToBe(bytes) !== null) return readUpload({ name: new URL(url).pathname, type, bytes });
  const text = decodePage(bytes, contentType);
  const isMarkup = /html|^$/.test(type) || /^\s*<(?:!doctype html|html)[\s>]/i.test(text);
  return isMarkup ? withinStack(() => readMarkup(text, url)) : found(text, null, url);
}

function readMarkup(html: string, url: string): ReadResult {
  const source = stripSource(html);
  const page = parsePage(source.html);
  if (!page.ok) return page;
  const { title } = pageMetadata(page.value, articleData(source.jsonLd));
  return found(blockText(page.value.body), title, url);
}

function found(raw: string, title: string | null, sourceUrl: string): ReadResult {
  const text = cleanText(raw.slice(0, longestText)).slice(0, longestText);
  if (text === "") return { ok: false, error: noText };
  const unknown = { byline: null, outlet: null, publishedOn: null, fetchedAt: null, notice: null };
  return ok({ ...unknown, title: title ?? "", language: "und", sourceUrl, text });
}

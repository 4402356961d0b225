import { decodePage } from "./decode-text";
import type { Halfway, ReadResult } from "./read-draft";
import { readPacked } from "./read-file";
import { readHtml } from "./read-html";
import { readPage, type PageSource } from "./read-page";
import { readUpload } from "./read-upload";
import { seemsToBe } from "./sniff";

const textTypes = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)$/;

/**
 * Reads the article in what a site answered with: a page, or a Word document or PDF that was sent in its place. What it is,
 * its bytes say before its header does.
 */
export async function readAnswer(source: PageSource, halfway?: Halfway): Promise<ReadResult> {
  const { bytes, contentType, url } = source;
  const packed = await readPacked(bytes);
  if (packed !== null) return packed;
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (textTypes.test(type)) return readPage(source, halfway);
  const name = new URL(url).pathname;
  if (seemsToBe(bytes) !== null) return readUpload({ name, type: "text/plain", bytes });
  // Announced as a file, and a page all the same: often the one that asks people to sign in first.
  const text = decodePage(bytes, contentType);
  if (/^\s*<(?:!doctype html|html)[\s>]/i.test(text)) return readHtml(text, url, halfway);
  return readUpload({ name, type, bytes }, halfway);
}

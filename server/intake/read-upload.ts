import { fail, ok } from "~/domain/result";

import { decodePage, decodeStrict } from "./decode-text";
import type { Halfway, ReadResult } from "./read-draft";
import { readHtml } from "./read-html";
import { readMarkdown } from "./read-markdown";
import { readPlain } from "./read-plain";
import { seemsToBe } from "./sniff";

/** A file as it was uploaded. `name` and `type` are the sender's words; what the file is, its bytes say. */
export interface Upload {
  name: string;
  type: string;
  bytes: Uint8Array;
}

type Format = "plain" | "markdown" | "html";

const mostBytes = 2_000_000;
const formats: Record<string, Format> = {
  txt: "plain",
  text: "plain",
  md: "markdown",
  markdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};
const types: Record<string, Format> = {
  "text/plain": "plain",
  "text/markdown": "markdown",
  "text/html": "html",
  "application/xhtml+xml": "html",
};

/** Reads the article in a .txt, .md or .html file of at most 2 MB. */
export function readUpload(upload: Upload, halfway?: Halfway): ReadResult {
  const { bytes } = upload;
  if (bytes.byteLength === 0)
    return refuse("The file is empty. Choose another one or paste the text.");
  if (bytes.byteLength > mostBytes) {
    const size = Math.ceil(bytes.byteLength / 100_000) / 10;
    return refuse(
      `The file has ${size} MB; the limit is 2 MB. Paste the text of the article instead.`,
    );
  }
  const other = seemsToBe(bytes);
  if (other !== null) {
    return refuse(
      `The file seems to be ${other}. Only .docx, .pdf, text, Markdown and HTML can be read; paste the text.`,
    );
  }
  const format = formatOf(upload);
  if (format === null) {
    return refuse(
      "Only .docx, .pdf, .txt, .md and .html files can be read. Choose another one or paste the text.",
    );
  }
  const strict = decodeStrict(bytes);
  if (format === "html" || /^\s*<(?:!doctype html|html)[\s>]/i.test(strict ?? "")) {
    const html = decodePage(bytes);
    return /<[a-z!/]/i.test(html) ? readHtml(html, undefined, halfway) : readPlain(html);
  }
  if (strict === null) {
    return refuse(
      "The file is not in UTF-8. Save it as UTF-8 and choose it again, or paste the text.",
    );
  }
  const draft = format === "markdown" ? readMarkdown(strict) : readPlain(strict);
  return draft.ok
    ? ok(draft.value)
    : refuse("There is no text in the file. Choose another one or paste the text.");
}

function formatOf({ name, type }: Upload): Format | null {
  const extension = /\.([a-z]{2,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? "";
  const declared = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (Object.hasOwn(formats, extension)) return formats[extension] ?? null;
  return Object.hasOwn(types, declared) ? (types[declared] ?? null) : null;
}

function refuse(message: string): ReadResult {
  return fail({ kind: "file", message });
}

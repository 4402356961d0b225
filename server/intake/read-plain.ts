import { cleanText } from "~/domain/article/clean-text";
import { detectLanguage } from "~/domain/article/language";
import { fail, ok } from "~/domain/result";

import { noText } from "./problem";
import type { ReadResult } from "./read-draft";

const longestHeadline = 200;

/** Reads plain text. A first line that can be a headline is the title; it stays in the text, where it may be checked. */
export function readPlain(raw: string): ReadResult {
  const text = cleanText(raw);
  if (text === "") return fail(noText);
  const [firstLine = "", ...rest] = text.split("\n", 2);
  const hasHeadline = rest.length > 0 && firstLine.length <= longestHeadline;
  return ok({
    title: hasHeadline ? firstLine.trim() : "",
    byline: null,
    outlet: null,
    publishedOn: null,
    language: detectLanguage(text),
    sourceUrl: null,
    fetchedAt: null,
    text,
    notice: null,
  });
}

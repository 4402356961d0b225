import type { ArticleDraft } from "~/domain/article/article";
import { cleanText } from "~/domain/article/clean-text";
import { detectLanguage } from "~/domain/article/language";
import { fail, ok, type Result } from "~/domain/result";

import { noText, type ReadProblem } from "./problem";

const longestHeadline = 200;

/** Reads plain text. A first line that can be a headline is the title; it stays in the text, where it may be checked. */
export function readPlain(raw: string): Result<ArticleDraft, ReadProblem> {
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
  });
}

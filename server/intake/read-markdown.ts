import { cleanText } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";
import { ok } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import { splitFrontMatter } from "./front-matter";
import { markdownText } from "./markdown-text";
import { fit, withoutBy } from "./page-metadata";
import { publishedDate } from "~/domain/calendar/published-date";
import type { ReadResult } from "./read-draft";
import { readPlain } from "./read-plain";
import { stripSource } from "./strip-source";

/** Reads Markdown. Front matter gives the metadata; without a title there, the first line is the title. */
export function readMarkdown(raw: string): ReadResult {
  const { values, body } = splitFrontMatter(cleanText(raw));
  const read = readPlain(markdownText(stripSource(body).html));
  if (!read.ok) return read;
  const value = (...names: string[]) =>
    names.map((name) => values.get(name)).find((found) => found) ?? null;
  const language = value("language", "lang")?.slice(0, 2).toLowerCase() ?? "";
  return ok({
    ...read.value,
    title: fit(value("title", "headline"), articleLimits.title) ?? read.value.title,
    byline: fit(withoutBy(value("author", "authors", "byline", "by")), articleLimits.name),
    outlet: fit(value("outlet", "publisher", "publication", "site"), articleLimits.name),
    publishedOn: publishedDate(value("date", "published", "publishdate", "pubdate") ?? ""),
    language: /^[a-z]{2}$/.test(language) ? language : read.value.language,
    sourceUrl: safeLink(value("source", "url", "link", "canonical") ?? ""),
  });
}

import { Readability } from "@mozilla/readability";

import type { ArticleDraft } from "~/domain/article/article";
import { characterCount, cleanText } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";
import { detectLanguage } from "~/domain/article/language";
import { fail, ok, type Result } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import { blockText } from "./block-text";
import { articleData } from "./json-ld";
import { fit, pageMetadata, withoutBy } from "./page-metadata";
import { parsePage, withinStack } from "./parse-page";
import { noText, type ReadProblem } from "./problem";
import { stripSource, type StrippedSource } from "./strip-source";

/**
 * Reads the article in a page. Only text is taken, never markup. `url` is where the page was found; without it the
 * outlet is known only if the page names it. A page without an article's worth of text is a problem, not an empty draft.
 */
export function readHtml(html: string, url?: string): Result<ArticleDraft, ReadProblem> {
  return withinStack(() => readSource(stripSource(html), url));
}

function readSource(source: StrippedSource, url?: string): Result<ArticleDraft, ReadProblem> {
  const page = parsePage(source.html);
  if (!page.ok) return page;
  const document = page.value;
  const metadata = pageMetadata(document, articleData(source.jsonLd));
  // Readability takes the page apart, so the text of the whole page is read before it.
  const whole = cleanText(blockText(document.body));
  const article = new Readability<Node>(document, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  const extracted = article?.content ? cleanText(blockText(article.content)) : "";
  const text = characterCount(extracted) >= articleLimits.shortestText ? extracted : whole;
  if (characterCount(text) < articleLimits.shortestText) return fail(noText);
  const sourceUrl = url === undefined ? null : safeLink(url);
  return ok({
    title: metadata.title ?? fit(article?.title ?? null, articleLimits.title) ?? "",
    byline: metadata.byline ?? fit(withoutBy(article?.byline ?? null), articleLimits.name),
    outlet: metadata.outlet ?? siteOf(sourceUrl),
    publishedOn: metadata.publishedOn,
    language: metadata.language ?? detectLanguage(text),
    sourceUrl,
    fetchedAt: null,
    text,
  });
}

/** The name of the site, for a page that does not say whose it is. */
function siteOf(url: string | null): string | null {
  return url === null ? null : fit(new URL(url).hostname.replace(/^www\./, ""), articleLimits.name);
}

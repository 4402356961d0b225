import { Readability } from "@mozilla/readability";

import { characterCount, cleanText } from "~/domain/article/clean-text";
import { articleLimits } from "~/domain/article/draft";
import { detectLanguage } from "~/domain/article/language";
import { isPageFurniture } from "~/domain/article/page-furniture";
import { withSecondOpinion } from "~/domain/article/second-opinion";
import { ok } from "~/domain/result";
import { safeLink } from "~/domain/verdict/safe-link";

import { blockText, joinLines, linesIn, type Line } from "./block-text";
import { articleData } from "./json-ld";
import { judgePage } from "./judge-page";
import { pageHints } from "./page-hints";
import { fit, pageMetadata, withoutBy } from "./page-metadata";
import { parsePage, withinStack } from "./parse-page";
import type { Halfway, ReadResult } from "./read-draft";
import { secondReading } from "./second-reading";
import { stripSource } from "./strip-source";

/**
 * Reads the article in a page, with two readers: Readability finds it, defuddle's opinion takes away what stands around
 * it. Only text is taken, never markup. `url` is where the page was found; without it the outlet is known only if the
 * page names it. A page without an article's worth of text, or with something else in its place, is a problem, not an
 * empty draft. `halfway` is told what there is before the second reader is asked, who may be slow or find nothing.
 */
export function readHtml(
  html: string,
  url?: string,
  halfway?: Halfway,
  askSecond = secondReading,
): ReadResult {
  return withinStack(() => readSource(html, url, halfway, askSecond));
}

function readSource(
  html: string,
  url: string | undefined,
  halfway: Halfway | undefined,
  askSecond: typeof secondReading,
): ReadResult {
  const source = stripSource(html);
  const page = parsePage(source.html);
  if (!page.ok) return page;
  const document = page.value;
  const hints = pageHints(html, source, document, url);
  const metadata = pageMetadata(document, articleData(source.jsonLd));
  const sourceUrl = url === undefined ? null : safeLink(url);
  // Readability takes the page apart, so the text of the whole page is read before it.
  const whole = cleanText(blockText(document.body));
  const first = firstReading(document);
  const draft = (found: string): ReadResult => {
    const text = characterCount(found) >= articleLimits.shortestText ? found : whole;
    const judged = judgePage(hints, text, whole);
    if (!judged.ok) return judged;
    return ok({
      title: metadata.title ?? fit(first.title, articleLimits.title) ?? "",
      byline: metadata.byline ?? fit(withoutBy(first.byline), articleLimits.name),
      outlet: metadata.outlet ?? siteOf(sourceUrl),
      publishedOn: metadata.publishedOn,
      language: metadata.language ?? detectLanguage(text),
      sourceUrl,
      fetchedAt: null,
      text,
      notice: judged.value,
    });
  };
  const alone = cleanText(joinLines(first.lines));
  halfway?.(draft(alone));
  const second = askSecond(source, url);
  return draft(second === null ? alone : cleanText(agreed(first.lines, second)));
}

interface FirstReading {
  title: string | null;
  byline: string | null;
  lines: Line[];
}

/** What Readability finds. On a page that it fails on it found nothing, and the second reader is asked. */
function firstReading(document: Document): FirstReading {
  try {
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      disableJSONLD: true,
    }).parse();
    const lines = article?.content ? linesIn(article.content) : [];
    return {
      title: article?.title ?? null,
      byline: article?.byline ?? null,
      lines: lines.filter((line) => !isPageFurniture(line)),
    };
  } catch {
    return { title: null, byline: null, lines: [] };
  }
}

/** What both readers have; what only the second one has where the first found nothing worth the name. */
function agreed(lines: readonly Line[], second: string): string {
  const first = joinLines(lines);
  if (characterCount(first) < articleLimits.shortestText) return second;
  const stays = withSecondOpinion(lines, second);
  return joinLines(lines.filter((_, index) => stays[index]));
}

/** The name of the site, for a page that does not say whose it is. */
function siteOf(url: string | null): string | null {
  return url === null ? null : fit(new URL(url).hostname.replace(/^www\./, ""), articleLimits.name);
}

import { detectLanguage } from "~/domain/article/language";

import { ArticleReader } from "./article-reader";
import { blocksOf } from "./blocks";
import { indexCodePoints } from "./code-points";
import type { Draft } from "./draft";
import { insertedWords } from "./inserted-words";
import { partsOf } from "./roles";
import type { Part } from "./roles";
import { cutSentences } from "./sentences";
import type { SplitClaim, SplitResult } from "./split-output";

export interface SplitOptions {
  /** Civil date of publication, YYYY-MM-DD; resolves "last month" and the like. */
  publishedOn?: string | null;
}

/**
 * Splits an article into sentences with their roles and into claims, both in the order of the text. Claims are
 * sought in English text only: in another language the rules would guess, and a guess with a score misleads.
 */
export function splitArticle(text: string, options: SplitOptions = {}): SplitResult {
  const parts = partsOf(text, blocksOf(text)).map((part) => ({
    part,
    spans: cutSentences(text, part),
  }));
  const index = indexCodePoints(text);
  const sample = sampleOf(
    text,
    parts.map(({ part }) => part),
  );
  const language = detectLanguage(sample);
  const readable = language === "en" || language === "und";
  const readings = readable ? new ArticleReader(text, options.publishedOn ?? null).read(parts) : [];
  const byStart = new Map(readings.map((reading) => [reading.span.start, reading]));
  const sentences = parts.flatMap(({ part, spans }) =>
    spans.map((span) => {
      const reading = byStart.get(span.start);
      return {
        text: text.slice(span.start, span.end),
        start: index.at(span.start),
        end: index.at(span.end),
        role: part.role,
        score: reading?.score ?? 0,
        checkable: reading?.drafts.some((draft) => draft.type !== "opinion") ?? false,
        attributed: reading?.attributed ?? false,
        speaker: reading?.speaker ?? null,
      };
    }),
  );
  const drafts = ordered(readings.flatMap((reading) => reading.drafts));
  const claims = drafts.map(({ span, statement, ...rest }): SplitClaim => {
    const quote = text.slice(span.start, span.end);
    const inserted = insertedWords(statement, quote);
    return {
      statement,
      inserted,
      quote,
      start: index.at(span.start),
      end: index.at(span.end),
      ...rest,
    };
  });
  return { language, sentences, claims };
}

function sampleOf(text: string, parts: Part[]): string {
  const body = parts.filter((part) => part.role === "body");
  const middle = Math.floor(body.length / 2);
  return [...body.slice(0, 20), ...body.slice(Math.max(20, middle), middle + 20)]
    .map((part) => text.slice(part.start, Math.min(part.end, part.start + 2000)))
    .join("\n");
}

function ordered(drafts: Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const seen = new Set<string>();
  return sorted.filter((draft) => {
    const key = `${draft.span.start}-${draft.span.end}-${draft.type === "quote"}`;
    if (draft.span.end <= draft.span.start || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

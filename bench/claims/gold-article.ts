import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

const worth = z.enum(["high", "medium", "low"]);
export type GoldWorth = z.infer<typeof worth>;

/** An article as a person annotated it (schema `claims-gold/1`); offsets count Unicode code points. */
const goldArticle = z.object({
  meta: z.object({ id: z.string(), date: z.string().nullish() }),
  text: z.string(),
  /** Furniture that must yield no claim. */
  drop: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })),
  sentences: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      start: z.number(),
      end: z.number(),
      checkworthiness: worth,
      has_attribution: z.boolean(),
      speakers: z.array(z.string()),
    }),
  ),
  claims: z.array(
    z.object({
      id: z.string(),
      sentence: z.string(),
      span: z.string(),
      claim: z.string(),
      speaker: z.string(),
      attribution: z.string(),
      type: z.string(),
      checkworthiness: worth,
    }),
  ),
});
export type GoldArticle = z.infer<typeof goldArticle>;

/** All annotated articles of a directory, by file name. */
export const readGoldArticles = (directory: string): GoldArticle[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => goldArticle.parse(JSON.parse(readFileSync(join(directory, name), "utf8"))));

/** A stretch of a text in code points; `end` is exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** How well two stretches agree, 0 to 1: what they share over what they cover together. */
export function agreement(a: Stretch, b: Stretch): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** Where the words of every annotated claim stand: in its sentence, or the first place after its start. */
export function placesOf({ text, sentences, claims }: GoldArticle): Stretch[] {
  const points = Array.from(text);
  const starts = new Map(sentences.map((sentence) => [sentence.id, sentence.start]));
  return claims.map(({ sentence, span }) => {
    const from = starts.get(sentence) ?? 0;
    const before = points.slice(0, from).join("").length;
    const found = text.indexOf(span, before);
    const start = from + Array.from(text.slice(before, Math.max(before, found))).length;
    return { start, end: start + Array.from(span).length };
  });
}

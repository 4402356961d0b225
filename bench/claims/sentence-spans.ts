import type { SegmentedText } from "./read-data";

/** Cuts one paragraph into sentences. */
export type Segmenter = (paragraph: string) => string[];

/** F1 of sentence spans over paragraphs, each alone, white space ignored; and each paragraph that differs. */
export function spanF1(
  texts: readonly SegmentedText[],
  cut: Segmenter,
): { f1: number; wrong: { gold: string[]; found: string[] }[] } {
  let both = 0;
  let either = 0;
  const wrong: { gold: string[]; found: string[] }[] = [];
  for (const { paragraphs } of texts) {
    for (const { sentences } of paragraphs) {
      const found = cut(sentences.join(" "));
      const gold = spansOf(sentences);
      const ours = spansOf(found);
      const shared = [...ours].filter((span) => gold.has(span)).length;
      both += shared;
      either += gold.size + ours.size;
      if (shared < gold.size) wrong.push({ gold: sentences, found });
    }
  }
  return { f1: either === 0 ? 0 : (2 * both) / either, wrong };
}

function spansOf(sentences: readonly string[]): Set<string> {
  const spans = new Set<string>();
  let at = 0;
  for (const sentence of sentences) {
    const length = sentence.replace(/\s+/g, "").length;
    if (length > 0) spans.add(`${at}-${at + length}`);
    at += length;
  }
  return spans;
}

/** How many of the Golden Rules hold. */
export const rulesKept = (
  rules: readonly { text: string; gold: string[] }[],
  cut: Segmenter,
): number =>
  rules.filter(({ text, gold }) => {
    const found = cut(text);
    return found.length === gold.length && found.every((each, i) => each.trim() === gold[i]);
  }).length;

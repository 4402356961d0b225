import { diffChars } from "diff";

import { isFootnote, type RichText, type RichTextBlock, type Run } from "../../verdict/rich-text";
import type { VerdictContent } from "../../verdict/content";

/** What readers were given of a verdict in words: its signed content and the claim in short. */
export interface PublishedText {
  content: VerdictContent;
  shortClaim: string;
}

/** How many letters a typo may add and take away in all; one put in another's place counts twice. */
export const mostLetters = 12;

/**
 * What makes a change more than a typo, in words; null when it is none or no more than that. A typo touches the summary,
 * the words of the rationale and the short form of the claim, keeps every number and every "not", and is a few letters
 * in all. The database decides by the same rule (`app_private.typo_fault`; a test holds both to each other).
 */
export function typoFault(before: PublishedText, after: PublishedText): string | null {
  if (
    JSON.stringify(withoutWords(before.content)) !== JSON.stringify(withoutWords(after.content))
  ) {
    return "It changes more than the words of the summary, the rationale and the short form of the claim.";
  }
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const changed = from.flatMap((text, at) => {
    const now = to[at] ?? "";
    return now === text ? [] : [{ from: text, to: now }];
  });
  if (changed.some((text) => figures(text.from) !== figures(text.to)))
    return "It changes a number.";
  if (changed.some((text) => weighty(text.from) !== weighty(text.to))) {
    return "It changes a number or a negation that is written as a word.";
  }
  let letters = 0;
  for (const text of changed) {
    letters += lettersChanged(text.from, text.to, mostLetters - letters);
    if (letters > mostLetters) return `It changes more than ${mostLetters} letters.`;
  }
  return null;
}

/** How many letters are added and taken away; more than `most` is told as `most + 1`. */
function lettersChanged(from: string, to: string, most: number): number {
  const parts = diffChars(from, to, { maxEditLength: most });
  if (!parts) return most + 1;
  return parts
    .filter(({ added, removed }) => added || removed)
    .reduce((sum, { value }) => sum + [...value].length, 0);
}

/** Every number as it is written, with its sign, separators and unit. */
const figures = (text: string): string =>
  (text.match(/[-+−$€£]?[0-9]+(?:[.,:/][0-9]+)*[%°]?/g) ?? []).join(" ");

const negations = "no not never none nor neither nobody nothing nowhere without cannot";
const numbers =
  "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half quarter third twice double";
const weightyWords = new Set(`${negations} ${numbers}`.split(" "));

/** The words that no typo adds, takes away or moves, in order. */
function weighty(text: string): string {
  const words = text.replaceAll("’", "'").match(/[A-Za-z']+/g) ?? [];
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => weightyWords.has(word) || word.endsWith("n't"))
    .join(" ");
}

/** Every text that a typo may touch, always in the same order. */
function wordsOf({ content, shortClaim }: PublishedText): string[] {
  const { summary, rationale } = content.verdict;
  const words: string[] = [shortClaim, summary];
  mapRuns(rationale, (run) => {
    if (!isFootnote(run)) words.push(run.text);
    return run;
  });
  return words;
}

function withoutWords(content: VerdictContent): unknown {
  const { summary: _summary, rationale, ...verdict } = content.verdict;
  const bare = mapRuns(rationale, (run) => (isFootnote(run) ? run : { ...run, text: "" }));
  return ordered({ ...content, verdict: { ...verdict, rationale: bare } });
}

/** The same text with each run put through `change`, in reading order. */
export function mapRuns(blocks: RichText, change: (run: Run) => Run): RichText {
  return blocks.map((block): RichTextBlock => {
    switch (block.type) {
      case "paragraph":
      case "heading":
        return { ...block, runs: block.runs.map(change) };
      case "quote":
        return { ...block, blocks: mapRuns(block.blocks, change) };
      case "list":
        return { ...block, items: block.items.map((item) => mapRuns(item, change)) };
      case "table":
        return {
          ...block,
          rows: block.rows.map((row) =>
            row.map((cell) => ({
              ...cell,
              blocks: cell.blocks.map((inner) => ({ ...inner, runs: inner.runs.map(change) })),
            })),
          ),
        };
    }
  });
}

/** With every object's members in one order, so that two spellings of the same are the same text. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}

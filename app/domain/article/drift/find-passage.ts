import { indexCodePoints } from "../../claim/code-points";
import { fail, ok, type Result } from "../../result";

/** A stretch of a text in code points, with its words. */
export interface FoundPassage {
  start: number;
  end: number;
  words: string;
}

export const longestPassage = 5_000;

/**
 * Finds words that a person has selected or typed in a text, however blanks are set in them. `near` is where they were
 * selected; without it they must stand there once.
 */
export function findPassage(
  text: string,
  words: string,
  near: number | null,
): Result<FoundPassage, string> {
  const sought = words.trim();
  if (sought === "") return fail("Select the passage in the text, or type its words.");
  if ([...sought].length > longestPassage) {
    return fail("Choose a shorter passage: one of at most 5,000 characters.");
  }
  const pattern = sought
    .split(/\s+/u)
    .map(escaped)
    .join(String.raw`\s+`);
  const index = indexCodePoints(text);
  const places = [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => ({
    start: index.at(match.index),
    end: index.at(match.index + match[0].length),
    words: match[0],
  }));
  const [first] = places;
  if (first === undefined) {
    return fail("These words do not stand in this version. Take them as they stand in the text.");
  }
  if (near === null && places.length > 1) {
    return fail(
      `These words stand ${places.length} times in this version. Take more words, or select them in the text.`,
    );
  }
  const away = ({ start }: FoundPassage) => Math.abs(start - (near ?? 0));
  return ok(places.reduce((best, one) => (away(one) < away(best) ? one : best), first));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

import { isTerminated } from "./blocks";
import type { Block } from "./blocks";
import { furnitureRole, lineOf, sameWords } from "./line-role";
import { isAddress } from "./reader-address";

const longestHeadline = 250;

/** The first line, or one close behind it that is printed again: the first may name a section. */
export function headlineOf(text: string, blocks: Block[]): string | null {
  for (const at of [1, 2]) {
    const line = lineOf(text, blocks[at] ?? { start: 0, end: 0 });
    const again = blocks
      .slice(at + 1, at + 7)
      .some((block) => sameWords(lineOf(text, block), line));
    if (
      again &&
      line.split(" ").length > 2 &&
      !line.endsWith(".") &&
      line.length <= longestHeadline &&
      furnitureRole(line, false) === null
    )
      return line;
  }
  // A date, a picture or a word above the headline is none.
  const skipped = blocks.slice(0, 2).findIndex((block) => !isKicker(lineOf(text, block)));
  const [first, ...rest] = blocks.slice(Math.max(0, skipped));
  if (!first || rest.length === 0 || first.end - first.start > longestHeadline) return null;
  const line = lineOf(text, first);
  const terminated = isTerminated(text, first);
  if (furnitureRole(line, terminated) !== null) return null;
  const repeated = rest.slice(0, 6).some((block) => sameWords(lineOf(text, block), line));
  // Where a list of stories had no room for it, it ends in dots.
  const isCutOff = /\p{L},? ?(?:\.\.\.|…)$/u.test(line);
  const asks = line.length <= 120 && /[?!][’”"»]?$/.test(line);
  return repeated || !terminated || isCutOff || asks || isAboveSummary(text, first, rest)
    ? line
    : null;
}

const isKicker = (line: string): boolean =>
  furnitureRole(line, true) !== null || isAddress(line, false) || /^advertisement$/i.test(line);

const longestFinished = 100;

/** A short first line that ends in a full stop is a headline if a summary that ends in nothing stands below it. */
function isAboveSummary(text: string, first: Block, [next, ...rest]: readonly Block[]): boolean {
  if (!next || rest.length < 3 || first.end - first.start > longestFinished) return false;
  const below = lineOf(text, next);
  return (
    below.length >= 40 &&
    below.length <= longestHeadline &&
    !isTerminated(text, next) &&
    furnitureRole(below, false) === null
  );
}

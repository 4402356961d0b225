import { isTerminated } from "./blocks";
import type { Block } from "./blocks";
import { isEndCredit } from "./bylines";
import { isOnAir } from "./captions";
import { inlineDatelineLength } from "./datelines";
import { furnitureRole, lineOf, sameWords } from "./line-role";
import type { SentenceRole } from "./split-output";

const longestStandfirst = 400;

/** Before the first paragraph of the body stand summaries; a finished one counts as such only if a head follows it. */
export function preambleRole(
  text: string,
  blocks: Block[],
  i: number,
  headline: string | null,
  summed: boolean,
): SentenceRole {
  const block = blocks[i];
  if (!block || headline === null || block.end - block.start > longestStandfirst) return "body";
  if (!isTerminated(text, block)) return "standfirst";
  if (isOnAir(lineOf(text, block)) && blocks.length > i + 2) return "caption";
  const headFollows = blocks.slice(i + 1, i + 3).some((next, k) => {
    // Who wrote it stands before the text or behind it.
    if (i + 2 + k >= blocks.length) return false;
    const line = lineOf(text, next);
    const role = furnitureRole(line, isTerminated(text, next));
    return (
      sameWords(line, headline) ||
      (role === "byline" && !isEndCredit(line)) ||
      role === "dateline" ||
      inlineDatelineLength(line) > 0
    );
  });
  if (headFollows) return "standfirst";
  const sums =
    !summed &&
    inlineDatelineLength(lineOf(text, block)) === 0 &&
    (headOfPageFollows(text, blocks, i) || isToldAgain(text, blocks, i));
  return sums ? "standfirst" : "body";
}

const longestName = 50;
const shortestProse = 80;
/** A text of one paragraph is at least this long. */
const shortestWhole = 400;
const authorName =
  /^\p{Lu}[\p{L}.’'-]+(?: (?:(?:de|van|von|al|bin|and|der) )?\p{Lu}[\p{L}.’'-]*){1,4}$/u;
/** What stands over a text to be pressed. */
const button =
  /^(?:listen|save|share|print|e-?mail|facebook|twitter|whatsapp|copy link|bookmark|gift(?: this article)?|comments?|add to|\d+ comments?|play)\b[^.!?]{0,24}$/i;

/** Whether who wrote the text, or buttons to keep and share it, stand between this paragraph and the next prose. */
function headOfPageFollows(text: string, blocks: Block[], i: number): boolean {
  const [next, after] = [blocks[i + 1], blocks[i + 2]];
  if (!next || !after) return false;
  if (i + 4 > blocks.length && after.end - after.start < shortestWhole) return false;
  const line = lineOf(text, next);
  if (line.length > longestName) return false;
  if (button.test(line)) return true;
  if (!authorName.test(line) || after.end - after.start < shortestProse) return false;
  if (!isTerminated(text, after)) return false;
  // Who writes is not told of; a heading is made of the words of the text below it.
  const prose = text.slice(after.start, after.start + 20_000).toLowerCase();
  return !line
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 2 && prose.includes(word));
}

/** How many words of a summary the next paragraph has: alone, or beside three in a row. */
const toldAgain = { words: 6, share: 0.4 };
const toldInRow = { words: 5, share: 0.3 };
const smallWords = new Set(
  "the and for but with from was were been has had have that this its his her their they she will would after before over into about not who which more than said says when while are out one two new also".split(
    " ",
  ),
);

const stems = (line: string): Set<string> =>
  new Set(
    (line.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [])
      .filter((word) => !smallWords.has(word) && (word.length > 2 || /\d/.test(word)))
      .map((word) => word.slice(0, 5)),
  );

/** Whether the next paragraph of prose begins the story anew, with the words of this one. */
function isToldAgain(text: string, blocks: Block[], i: number): boolean {
  const block = blocks[i];
  const next = blocks[i + 1];
  if (!block || !next || i + 4 > blocks.length) return false;
  if (next.end - next.start < shortestProse || !isTerminated(text, next)) return false;
  const [line, below] = [lineOf(text, block), lineOf(text, next)];
  const own = stems(line);
  const again = stems(below);
  const shared = [...own].filter((word) => again.has(word)).length;
  const enough = (least: { words: number; share: number }) =>
    shared >= least.words && shared >= least.share * own.size;
  return enough(toldAgain) || (enough(toldInRow) && haveRunInCommon(line, below));
}

const runsOf = (line: string): string[] => {
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(2).map((_, i) => words.slice(i, i + 3).join(" "));
};

function haveRunInCommon(a: string, b: string): boolean {
  const runs = new Set(runsOf(b));
  return runsOf(a).some((run) => runs.has(run));
}

import type { Block } from "./blocks";
import { isTerminated } from "./blocks";
import { isCaption, isCredit } from "./captions";
import { lineOf } from "./line-role";

const longestPictureText = 320;
const shortestPictureText = 30;

/** Whether the next line says whose the picture is, so that this one says what it shows. */
export function isUnderPicture(
  text: string,
  blocks: Block[],
  i: number,
  preamble: boolean,
): boolean {
  const [before, block, next] = [blocks[i - 1], blocks[i], blocks[i + 1]];
  const opened =
    before?.group === block?.group &&
    /^open image in gallery$/i.test(lineOf(text, before ?? { start: 0, end: 0 }));
  if (block && opened && block.end - block.start <= longestPictureText) return true;
  if (!block || block.end - block.start > longestPictureText) return false;
  if (next?.group === block.group && i + 2 < blocks.length && isHouse(lineOf(text, next)))
    return true;
  const line = lineOf(text, block);
  const above = before ? lineOf(text, before) : "";
  const below = next ? lineOf(text, next) : "";
  // "Image:" alone speaks of what follows.
  if (next && isCredit(below) && !below.endsWith(":"))
    return next.group === block.group || preamble;
  if (line.length < shortestPictureText) return false;
  // The same words twice: for those who see the picture and for those who do not, or cut short and in full.
  return (
    opensAlike(line, above) ||
    opensAlike(line, below) ||
    (below.slice(0, line.length + 20).includes(line) && isCaption(below, true))
  );
}

const alike = 50;
/** What opens and shuts a text of which a page shows only the beginning. */
const toggle = /[.…!?]["”’]? ?(?:(?:Read|Show|See) (?:More|Less|All)|Close|Expand|More)$/i;

/** Whether two lines are one text, printed twice or once in full and once cut short: "... Read more", "... Close". */
const opensAlike = (a: string, b: string): boolean =>
  a === b ||
  (a.length > alike &&
    a.slice(0, alike) === b.slice(0, alike) &&
    (toggle.test(a) || toggle.test(b)));

/** "Ann Lee/The Harbour Post" alone in its line: who took the picture, and for whom. */
const house =
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}?[\p{L}.’'-]+){1,3} ?\/ ?\p{Lu}[\p{L}.&’'-]*(?: [\p{L}.&’'-]+){0,5}$/u;
const isHouse = (line: string): boolean => line.length <= 80 && house.test(line);

const longestOwner = 60;
/** From this length on, a line without a full stop is no heading. */
const shortestUnfinished = 121;
const shortestLine = 60;
const fewestParagraphs = 5;

/** Names and what joins them: "Ann Lee, Harbour News", "Government of Norland". */
const owner = /^\p{Lu}[\p{L}.’'-]*(?:,? (?:\p{Lu}[\p{L}.’'-]*|of|the|and|for|via)){1,6}$/u;
const pointsAtPicture = /\(pictured\b[^()]{0,40}\)|, pictured (?:here|above|below|left|right)[,.]/i;
/** How a page parts and ends its paragraphs, against which the words of its pictures stand out. */
export class PageHabits {
  private readonly partsByBlankLines: boolean;
  private readonly leavesOutStops: boolean;

  constructor(
    private readonly text: string,
    private readonly blocks: readonly Block[],
  ) {
    const groups = new Map<number, number>();
    for (const { group } of blocks) groups.set(group, (groups.get(group) ?? 0) + 1);
    const alone = [...groups.values()].filter((lines) => lines === 1).length;
    this.partsByBlankLines = groups.size >= fewestParagraphs && alone >= groups.size * 0.6;
    const long = blocks.filter(({ start, end }) => end - start >= shortestLine);
    const unended = long.filter((block, i) => i > 0 && !isTerminated(text, block)).length;
    const ended = long.length - unended;
    // A single one is a slip.
    this.leavesOutStops = unended > 1 && ended >= fewestParagraphs && ended >= long.length * 0.7;
  }

  /** Whether a paragraph, by its form, says what a picture shows or repeats what somebody says in larger letters. */
  isPictureText(i: number, mayBreakOff: boolean): boolean {
    const [block, next] = [this.blocks[i], this.blocks[i + 1]];
    if (!block || block.end - block.start > longestPictureText || i === 0) return false;
    const line = lineOf(this.text, block);
    if (/["“”]/.test(line)) return false;
    if (pointsAtPicture.test(line)) return true;
    return this.standsOverOwner(i, block, next, line) || (mayBreakOff && this.breaksOff(i, line));
  }

  /** Two lines in one box, the second of them a name: whose the picture is. */
  private standsOverOwner(i: number, block: Block, next: Block | undefined, line: string): boolean {
    if (!this.partsByBlankLines || next?.group !== block.group) return false;
    const below = lineOf(this.text, next);
    return (
      this.blocks[i + 2]?.group !== next.group &&
      line.length >= shortestPictureText &&
      below.length <= longestOwner &&
      owner.test(below)
    );
  }

  /** No full stop, as in other lines of this page but not in its prose. */
  private breaksOff(i: number, line: string): boolean {
    if (!this.leavesOutStops || i >= this.blocks.length - 1) return false;
    if (line.length < shortestUnfinished) return false;
    // Two sentences of which only the first has its full stop are prose with a slip.
    return /[\p{L}\d)]$/u.test(line) && /^[\p{Lu}\d]/u.test(line) && !/[.!?] \p{Lu}/u.test(line);
  }
}

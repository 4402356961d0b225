import { isAboutPage, isOutlet, isSmallPrint } from "./about-the-page";
import { isTerminated } from "./blocks";
import type { Block } from "./blocks";
import { isAddress } from "./reader-address";
import { writerIn } from "./writers";

const longestTitle = 120;
const longestOffer = 100;
const longestInBox = 100;
const largestBox = 4;
/** An outlet presents itself above the text or below it. */
const head = 5;
/** More paragraphs than pages have behind their article; it bounds the work on a text of nothing else. */
const longestEnd = 60;

/** A price for a time: "$7/month". */
const price = /^(?:from )?[$£€]\d[\d.,]*\s?(?:\/|a |per )\s?\p{L}[\p{L}/ ]{2,30}$/iu;
/** "About Harbour Bank" over what the company says of itself. */
const aboutHead = /^About (?:the )?(\p{Lu}[\p{L}&.’'-]*(?: [\p{L}&.’'-]+){0,4}):?$/u;
/** The beginning of another article, broken off: "The council has said that... More>>". */
const cutOff = /(?:\.\.\.|…)\s*(?:\(?(?:read )?more\b.{0,20})?$|[.!] Here\.$/i;
/** The picture of a post that is set into the text. */
const posted = /\bpic\.twitter\.com\//;
/** "© 2023 Harbour Post": behind it stands nothing that belongs to the article. */
const pageEnd =
  /^(?:©|\(c\)|copyright (?:©|\(c\)|\d|by\b)).*(?:\d{4}|rights reserved|media|news|press)|^(?:comments?(?: \(\d+\))?|about the authors?|republish (?:this|our) .{0,30}|share your thoughts|leave a (?:comment|reply)|explore further)$/i;

/**
 * Which paragraphs are the page and not the article: those that speak to the reader or of the page, and behind the last
 * paragraph of prose also who wrote it, what the outlet is and what else it has.
 */
export function marginBlocks(
  text: string,
  blocks: readonly Block[],
  lineOf: (block: Block) => string,
  isFurniture: (block: Block) => boolean,
): Set<Block> {
  const found = new Set<Block>();
  for (const [i, block] of blocks.entries()) {
    const line = lineOf(block);
    const next = blocks[i + 1];
    if (
      isAddress(line, false) ||
      isAboutPage(line) ||
      posted.test(line) ||
      (i < head && isOutlet(line))
    )
      found.add(block);
    if (price.test(line)) {
      found.add(block);
      if (next && next.end - next.start <= longestOffer) found.add(next);
    }
    const about = aboutHead.exec(line)?.[1];
    if (about !== undefined && next && lineOf(next).includes(about)) found.add(next);
  }
  fillBoxes(blocks, found);
  const end = endOf(text, blocks, lineOf);
  for (const block of blocks.slice(end)) found.add(block);
  for (const block of blocks.slice(Math.max(1, end - longestEnd), end).reverse()) {
    const line = lineOf(block);
    if (isSoft(line) || isNewName(text, block, line) || isAskedTitle(text, blocks, block))
      found.add(block);
    else if (found.has(block) || isFurniture(block)) continue;
    else if (line.length > longestTitle || isTerminated(text, block)) break;
  }
  return found;
}

const isSoft = (line: string): boolean =>
  isAddress(line, true) || isOutlet(line) || isSmallPrint(line) || cutOff.test(line);

/** "Can the bridge be saved?" among titles that end in nothing is one of them. */
function isAskedTitle(text: string, blocks: readonly Block[], block: Block): boolean {
  const isOpen = (each: Block | undefined) =>
    each !== undefined && each.end - each.start <= longestTitle && !isTerminated(text, each);
  if (block.end - block.start > longestTitle || text[block.end - 1] !== "?") return false;
  const i = blocks.indexOf(block);
  return isOpen(blocks[i - 1]) && (isOpen(blocks[i - 2]) || isOpen(blocks[i + 1]));
}

/** The short lines that stand in one box of few lines with a line that was found are furniture with it. */
function fillBoxes(blocks: readonly Block[], found: Set<Block>): void {
  let from = 0;
  for (let i = 1; i <= blocks.length; i += 1) {
    if (blocks[i]?.group === blocks[from]?.group) continue;
    const box = blocks.slice(from, i);
    from = i;
    if (box.length > largestBox || !box.some((each) => found.has(each))) continue;
    if (box.some((each) => each.end - each.start > longestInBox)) continue;
    for (const each of box) found.add(each);
  }
}

/** Whether a paragraph presents somebody who writes and of whom the article has not told. */
function isNewName(text: string, block: Block, line: string): boolean {
  const name = writerIn(line);
  if (name === null) return false;
  const surname = name.split(" ").at(-1) ?? name;
  if (/^\p{Ll}/u.test(surname)) return true;
  const told = text.slice(0, block.start).split(/\n+/);
  return !told.some((each) => each.length > longestTitle && each.includes(surname));
}

/** Where the page ends by its own word, if that is behind the middle of the text. */
function endOf(text: string, blocks: readonly Block[], lineOf: (block: Block) => string): number {
  const at = blocks.findIndex(
    (block) =>
      block.end - block.start <= longestTitle &&
      block.start > text.length / 2 &&
      pageEnd.test(lineOf(block)),
  );
  return at < 0 ? blocks.length : at;
}

import type { Block } from "./blocks";

/** The heading of a list that is no part of the article: its sources, its comments, what else to read. */
const listHead =
  /^[\s>»→*•\-–—[(]*(?:sources?|references|external links?|sister links?|see also|related(?: (?:news|articles?|stories|links?|topics?|content|coverage))?|comments?|(?:most|also) (?:read|popular|viewed|shared|watched)|(?:you (?:may|might)|readers) (?:also )?like(?:d)?|more (?:from|on|in|stories|articles|news|like)(?: .{1,40})?|more [^.!?]{2,30} (?:stories|articles|news|coverage|headlines)|trending(?: now)?|popular(?: now| stories| articles)?|top stories|latest (?:news|stories|headlines|updates)|(?:in )?other news|tags?|topics?|about the authors?|author bio(?:graphy)?|notes|editor[’']?s[’']? (?:picks?|choice)|recommended(?: (?:for you|reading|stories))?|up next|next up|keep reading|in this (?:article|story)|share this(?: story| article| page)?|follow us)\s*[:…»→)\]]*$/i;

/** "Title" — Paper, 5 May 2015: one of the sources that a wiki lists. */
const listedSource =
  /^.{0,120}["“][^"”\n]{5,200}["”]\s+[—–-]\s+[^.!?\n]{2,80},\s+(?:\p{L}+ \d{1,2}, \d{4}|\d{1,2} \p{L}+ \d{4})$/u;

/** What presents a writer is prose, and longer than a title. */
const presents = /^(?:about the authors?|author bio)/i;
const longestBiography = 700;

const longestEntry = 100;
/** A title may be longer, since nothing ends it. */
const longestTitle = 160;
const finished = /[.…:]["”’)]*$/;
const mostEntries = 15;

/** "1. Finland": a short entry of a ranking; a sentence with a number before it ends in a full stop. */
const ranked = /^\d{1,2}[.)]\s+[^.!?]{1,60}$/;

/** Whether a line heads a list around the article, such as "Sources" or "Most read". */
export const isListHead = (line: string): boolean => line.length <= 60 && listHead.test(line);

/** Whether a line names one source with its title and date, as a list of sources does. */
export const isListedSource = (line: string): boolean =>
  line.length <= 420 && listedSource.test(line);

/**
 * Which paragraphs belong to such lists: the heading and the short lines that follow without a blank line, at most
 * fifteen, up to the first line that is long enough to be prose.
 */
export function listBlocks(blocks: readonly Block[], lineOf: (block: Block) => string): Set<Block> {
  const found = new Set<Block>();
  let group = -1;
  let entries = 0;
  /** Whether a blank line follows the heading, so that its entries stand in groups of their own. */
  let headAlone = false;
  let biography = false;
  for (const [i, block] of blocks.entries()) {
    const line = lineOf(block);
    const longest = finished.test(line) ? longestEntry : longestTitle;
    const mayBe = biography && entries < 3 ? longestBiography : longest;
    const open = entries < mostEntries && line.length <= mayBe;
    const inList = open && (block.group === group || (headAlone && !finished.test(line)));
    const beside = [blocks[i - 1], blocks[i + 1]].some((each) => each && ranked.test(lineOf(each)));
    if (ranked.test(line) && beside) found.add(block);
    else if (isListHead(line)) {
      group = block.group;
      biography = presents.test(line);
      entries = 0;
      headAlone = blocks[i + 1]?.group !== group;
      found.add(block);
    } else if (isListedSource(line)) found.add(block);
    else if (inList) {
      entries += 1;
      found.add(block);
    } else {
      group = -1;
      headAlone = false;
    }
  }
  return found;
}

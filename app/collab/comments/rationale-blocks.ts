import * as Y from "yjs";

/** A place in the rationale: which paragraph or heading, counted from 0, and how far into it. */
export interface TextPlace {
  block: number;
  offset: number;
}

export interface TextSpan {
  from: TextPlace;
  to: TextPlace;
}

/** Whether one place comes before another. */
export function isBefore(one: TextPlace, other: TextPlace): boolean {
  return one.block < other.block || (one.block === other.block && one.offset < other.offset);
}

const textBlocks: readonly string[] = ["paragraph", "heading"];

/** The paragraphs and headings of a rationale in reading order, inside quotations, lists and tables too. */
export function blocksOf(rationale: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  const pending: unknown[] = rationale.toArray().reverse();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (textBlocks.includes(node.nodeName)) blocks.push(node);
    else pending.push(...node.toArray().reverse());
  }
  return blocks;
}

/** The letter behind (1) or before (-1) a place, or the next one in that direction. */
export function letterAt(
  blocks: readonly Y.XmlElement[],
  { block, offset }: TextPlace,
  direction: 1 | -1,
): { text: Y.XmlText; index: number } | null {
  for (let at = block; at >= 0 && at < blocks.length; at += direction) {
    const start = direction === 1 ? 0 : Number.MAX_SAFE_INTEGER;
    const wanted = at === block ? offset : start;
    const parts = partsOf(blocks[at]).filter(({ text }) => text !== null && text.length > 0);
    for (const { text, base } of direction === 1 ? parts : parts.reverse()) {
      if (text === null) continue;
      const index = direction === 1 ? Math.max(0, wanted - base) : wanted - base - 1;
      if (direction === 1 && index < text.length) return { text, index };
      if (direction === -1 && index >= 0) return { text, index: Math.min(index, text.length - 1) };
    }
  }
  return null;
}

/**
 * How a footnote is shown among the words that a comment is about. One letter, as it takes one place; its number would
 * change with the order of the sources.
 */
export const footnoteLetter = "†";

interface Part {
  /** Null for a line break or a footnote. */
  text: Y.XmlText | null;
  /** What stands there if it is no text. */
  letter: string;
  /** How far into its block it begins. */
  base: number;
}

/** The texts, line breaks and footnotes of a block. */
export function partsOf(block: Y.XmlElement | undefined): Part[] {
  let base = 0;
  return (block?.toArray() ?? []).map((child) => {
    const text = child instanceof Y.XmlText ? child : null;
    const isNote = child instanceof Y.XmlElement && child.nodeName === "footnote";
    const part = { text, base, letter: isNote ? footnoteLetter : "\n" };
    base += text?.length ?? 1;
    return part;
  });
}

/** The letters of a block; a line break is one, and so is a footnote. */
export const textOf = (block: Y.XmlElement): string =>
  partsOf(block)
    .map(({ text, letter }) => (text === null ? letter : plain(text)))
    .join("");

/** The letters of a text without its marks. What is no letter counts as one, as it does in places. */
function plain(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc")).join("");
}

/** The place at which one is so far into the lines of a text, each of which is a block. */
export function placeInText(lines: readonly string[], offset: number): TextPlace {
  let start = 0;
  for (const [block, line] of lines.entries()) {
    if (offset <= start + line.length) return { block, offset: offset - start };
    start += line.length + 1;
  }
  return { block: Math.max(0, lines.length - 1), offset: lines.at(-1)?.length ?? 0 };
}

/** The words of a span, block by block. */
export function wordsBetween(blocks: readonly Y.XmlElement[], { from, to }: TextSpan): string {
  return blocks
    .slice(from.block, to.block + 1)
    .map((block, index) => {
      const end = from.block + index === to.block ? to.offset : undefined;
      return textOf(block).slice(index === 0 ? from.offset : 0, end);
    })
    .join("\n");
}

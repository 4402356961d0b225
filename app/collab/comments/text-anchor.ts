import * as Y from "yjs";
import { z } from "zod";

import { cleanText } from "../clean-text";
import { longestQuote, type CommentAnchor } from "~/domain/review/discussion";

/** A place in the rationale: which paragraph or heading, counted from 0, and how far into it. */
export interface TextPlace {
  block: number;
  offset: number;
}

export interface TextSpan {
  from: TextPlace;
  to: TextPlace;
}

export type WordsAnchor = Extract<CommentAnchor, { kind: "words" }>;

const textBlocks: readonly string[] = ["paragraph", "heading"];

/** The paragraphs and headings of a rationale in reading order, inside quotations and lists too. */
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

/** An anchor for the words between two places; null when there are none. */
export function anchorFor(rationale: Y.XmlFragment, { from, to }: TextSpan): WordsAnchor | null {
  const blocks = blocksOf(rationale);
  const first = letterAt(blocks, from, 1);
  const last = letterAt(blocks, to, -1);
  if (!first || !last || !isBefore(from, to)) return null;
  const quote = wordsBetween(blocks, { from, to });
  if (quote.trim() === "") return null;
  return {
    kind: "words",
    from: asText(Y.createRelativePositionFromTypeIndex(first.text, first.index, 0)),
    to: asText(Y.createRelativePositionFromTypeIndex(last.text, last.index + 1, -1)),
    quote: cleanText(quote.slice(0, longestQuote)),
  };
}

/**
 * Where the words of an anchor stand now; null when they were deleted. Words that were taken out and put back, as an
 * editor does when a paragraph is divided, are found again by what they say where they stand only once.
 */
export function spanOf(rationale: Y.XmlFragment, anchor: WordsAnchor): TextSpan | null {
  const blocks = blocksOf(rationale);
  const from = placeOf(rationale, blocks, anchor.from);
  const to = placeOf(rationale, blocks, anchor.to);
  return from && to && isBefore(from, to) ? { from, to } : spanOfWords(blocks, anchor.quote);
}

export function isBefore(one: TextPlace, other: TextPlace): boolean {
  return one.block < other.block || (one.block === other.block && one.offset < other.offset);
}

/** The letter behind (1) or before (-1) a place, or the next one in that direction. */
function letterAt(
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

interface Part {
  /** Null for a line break. */
  text: Y.XmlText | null;
  /** How far into its block it begins. */
  base: number;
}

function partsOf(block: Y.XmlElement | undefined): Part[] {
  let base = 0;
  return (block?.toArray() ?? []).map((child) => {
    const text = child instanceof Y.XmlText ? child : null;
    const part = { text, base };
    base += text?.length ?? 1;
    return part;
  });
}

const textOf = (block: Y.XmlElement): string =>
  partsOf(block)
    .map(({ text }) => (text === null ? "\n" : plain(text)))
    .join("");

/** The letters of a text without its marks. What is no letter counts as one, as it does in places. */
function plain(text: Y.XmlText): string {
  const delta: { insert?: unknown }[] = text.toDelta();
  return delta.map(({ insert }) => (typeof insert === "string" ? insert : "\ufffc")).join("");
}

function wordsBetween(blocks: readonly Y.XmlElement[], { from, to }: TextSpan): string {
  return blocks
    .slice(from.block, to.block + 1)
    .map((block, index) => {
      const end = from.block + index === to.block ? to.offset : undefined;
      return textOf(block).slice(index === 0 ? from.offset : 0, end);
    })
    .join("\n");
}

const position = z.object({
  type: idOrNothing(),
  tname: z.string().nullish(),
  item: idOrNothing(),
  assoc: z.number().optional(),
});

function idOrNothing() {
  return z.object({ client: z.number(), clock: z.number() }).nullish();
}

function placeOf(
  rationale: Y.XmlFragment,
  blocks: readonly Y.XmlElement[],
  stored: string,
): TextPlace | null {
  const { doc } = rationale;
  const read = position.safeParse(fromText(stored));
  if (!doc || !read.success) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(read.data);
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc, false);
    if (!found || !(found.type.parent instanceof Y.XmlElement)) return null;
    const block = blocks.indexOf(found.type.parent);
    const part = partsOf(blocks[block]).find(({ text }) => text === found.type);
    return part ? { block, offset: part.base + found.index } : null;
  } catch {
    // Made by no editor: it points at something that cannot be.
    return null;
  }
}

function spanOfWords(blocks: readonly Y.XmlElement[], quote: string): TextSpan | null {
  if (quote.trim() === "" || quote.includes("\n") || quote.length >= longestQuote) return null;
  const found = blocks.flatMap((block, index) => {
    const text = textOf(block);
    const offset = text.indexOf(quote);
    if (offset === -1) return [];
    const isOnce = text.indexOf(quote, offset + 1) === -1;
    return [{ block: index, offset, isOnce }];
  });
  const [only] = found;
  if (found.length !== 1 || !only?.isOnce) return null;
  const { block, offset } = only;
  return { from: { block, offset }, to: { block, offset: offset + quote.length } };
}

const asText = (relative: Y.RelativePosition): string =>
  JSON.stringify(Y.relativePositionToJSON(relative));

function fromText(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

import * as Y from "yjs";
import { z } from "zod";

import { longestQuote, type CommentAnchor } from "~/domain/review/discussion";

import { cleanText } from "../clean-text";
import {
  blocksOf,
  footnoteLetter,
  isBefore,
  letterAt,
  partsOf,
  textOf,
  wordsBetween,
  type TextPlace,
  type TextSpan,
} from "./rationale-blocks";

export type WordsAnchor = Extract<CommentAnchor, { kind: "words" }>;

/** An anchor for the words between two places, without blanks and footnotes around them; null when there are no words. */
export function anchorFor(rationale: Y.XmlFragment, selected: TextSpan): WordsAnchor | null {
  const blocks = blocksOf(rationale);
  const { from, to } = withoutBlanks(blocks, selected);
  const first = letterAt(blocks, from, 1);
  const last = letterAt(blocks, to, -1);
  const quote = wordsBetween(blocks, { from, to });
  if (!first || !last || quote.trim() === "") return null;
  return {
    kind: "words",
    from: asText(Y.createRelativePositionFromTypeIndex(first.text, first.index, 0)),
    to: asText(Y.createRelativePositionFromTypeIndex(last.text, last.index + 1, -1)),
    quote: cleanText(quote.slice(0, longestQuote)),
  };
}

/** A footnote has no letter of its own that an anchor could begin or end at. */
const blankStart = new RegExp(`^[\\s${footnoteLetter}]*`, "u");
const blankEnd = new RegExp(`[\\s${footnoteLetter}]*$`, "u");

function withoutBlanks(blocks: readonly Y.XmlElement[], { from, to }: TextSpan): TextSpan {
  const lines = wordsBetween(blocks, { from, to }).split("\n");
  const [first = "", last = ""] = [lines[0], lines.at(-1)];
  const before = blankStart.exec(first)?.[0].length ?? 0;
  const behind = blankEnd.exec(last)?.[0].length ?? 0;
  return {
    from: { ...from, offset: from.offset + before },
    to: { ...to, offset: to.offset - behind },
  };
}

/**
 * Where the words of an anchor stand now; null when they were deleted. Words that were taken out and put back, as an
 * editor does when a paragraph is divided or an edit is undone, are found again by what they say, where they stand
 * only once.
 */
export function spanOf(rationale: Y.XmlFragment, anchor: WordsAnchor): TextSpan | null {
  const blocks = blocksOf(rationale);
  const from = endOf(rationale, blocks, anchor.from);
  const to = endOf(rationale, blocks, anchor.to);
  const span =
    from && to && isBefore(from.place, to.place) ? { from: from.place, to: to.place } : null;
  if (span && from?.isThere && to?.isThere) return span;
  const again = spanOfWords(blocks, anchor.quote);
  // Where part of the words is left, what says the same elsewhere is something else.
  return again && (span === null || overlaps(again, span)) ? again : span;
}

/** The words that a span covers, as people are shown them. */
export const wordsAt = (rationale: Y.XmlFragment, span: TextSpan): string =>
  cleanText(wordsBetween(blocksOf(rationale), span));

const overlaps = (one: TextSpan, other: TextSpan): boolean =>
  isBefore(one.from, other.to) && isBefore(other.from, one.to);

const position = z.object({
  type: idOrNothing(),
  tname: z.string().nullish(),
  item: idOrNothing(),
  assoc: z.number().optional(),
});

function idOrNothing() {
  return z.object({ client: z.number(), clock: z.number() }).nullish();
}

/** One end of an anchor: where it is, and whether the letter that it was made at is still there. */
interface AnchorEnd {
  place: TextPlace;
  isThere: boolean;
}

function endOf(
  rationale: Y.XmlFragment,
  blocks: readonly Y.XmlElement[],
  stored: string,
): AnchorEnd | null {
  const { doc } = rationale;
  const read = position.safeParse(fromText(stored));
  if (!doc || !read.success) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(read.data);
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc, false);
    if (!found || !relative.item || !(found.type.parent instanceof Y.XmlElement)) return null;
    const block = blocks.indexOf(found.type.parent);
    const part = partsOf(blocks[block]).find(({ text }) => text === found.type);
    if (!part) return null;
    const letter = Y.getItem(doc.store, relative.item);
    return {
      place: { block, offset: part.base + found.index },
      isThere: letter instanceof Y.Item && !letter.deleted,
    };
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

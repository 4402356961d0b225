import type * as Y from "yjs";

import { anchorFor, type WordsAnchor } from "~/collab/comments/text-anchor";
import { textOf, blocksOf } from "~/collab/comments/rationale-blocks";
import { reviewParts } from "~/collab/review-document";

export const at = "2026-11-27T10:00:00.000Z";

/** The first comment of a proposal, which need not say anything. */
export const proposed = (id: string, author: string, words = "") => ({
  id,
  author,
  at,
  words,
  mentions: [],
});

/** An anchor at these words of the rationale, where they first stand. */
export function anchorAt(doc: Y.Doc, words: string): WordsAnchor {
  const { rationale } = reviewParts(doc);
  const texts = blocksOf(rationale).map(textOf);
  const block = texts.findIndex((text) => text.includes(words));
  const offset = texts[block]?.indexOf(words) ?? -1;
  const made = anchorFor(rationale, {
    from: { block, offset },
    to: { block, offset: offset + words.length },
  });
  if (!made) throw new Error(`the rationale does not say ${words}`);
  return made;
}

/** The rationale as plain text, a line for each paragraph. */
export const textIn = (doc: Y.Doc): string =>
  blocksOf(reviewParts(doc).rationale).map(textOf).join("\n");

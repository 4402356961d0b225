import type * as Y from "yjs";

import { commentedFields, isOpen, isProposal, type Thread } from "~/domain/review/discussion";

import { readCard, reviewParts, shownCards } from "../review-document";
import { isBefore, type TextSpan } from "./rationale-blocks";
import { spanOf, wordsAt } from "./text-anchor";

/** A thread with where it belongs in the review now. */
export interface PlacedThread extends Thread {
  /** Where its words stand; null for a thread about a field, and for one whose words were deleted. */
  span: TextSpan | null;
  /** What it was about is gone: words of the rationale, or a piece of evidence. */
  isOrphan: boolean;
  /** What an open proposal would replace, as it is now; null for every other thread, and where nothing of it is left. */
  wordsNow: string | null;
}

/** Threads in the order of the page: by field, in the rationale by place, and last what has lost its place. */
export function placeThreads(doc: Y.Doc, threads: readonly Thread[]): PlacedThread[] {
  const { rationale, evidence } = reviewParts(doc);
  const cards = shownCards(evidence).map((card) => readCard(card).id);
  return threads
    .map((thread): PlacedThread => {
      const { anchor, resolution } = thread;
      if (anchor.kind === "words") {
        // Its words are gone because it was accepted; what says the same elsewhere is something else.
        if (resolution?.state === "accepted") {
          return { ...thread, span: null, isOrphan: false, wordsNow: null };
        }
        const span = spanOf(rationale, anchor);
        const isAsked = span !== null && isProposal(thread) && isOpen(thread);
        return {
          ...thread,
          span,
          isOrphan: span === null,
          wordsNow: isAsked ? wordsAt(rationale, span) : null,
        };
      }
      const isGone = anchor.field === "evidence" && !cards.includes(anchor.card ?? "");
      return { ...thread, span: null, isOrphan: isGone, wordsNow: null };
    })
    .map((thread, index) => ({ thread, index }))
    .sort((a, b) => compare(a.thread, b.thread, cards) || a.index - b.index)
    .map(({ thread }) => thread);
}

function compare(a: PlacedThread, b: PlacedThread, cards: readonly string[]): number {
  const byPart = partOf(a) - partOf(b);
  if (byPart !== 0) return byPart;
  if (a.span && b.span) {
    return Number(isBefore(b.span.from, a.span.from)) - Number(isBefore(a.span.from, b.span.from));
  }
  if (a.span || b.span) return a.span ? 1 : -1;
  return cardOf(a, cards) - cardOf(b, cards);
}

function partOf({ anchor, isOrphan }: PlacedThread): number {
  if (isOrphan) return commentedFields.length;
  return commentedFields.indexOf(anchor.kind === "words" ? "rationale" : anchor.field);
}

const cardOf = ({ anchor }: PlacedThread, cards: readonly string[]): number =>
  anchor.kind === "field" ? cards.indexOf(anchor.card ?? "") : -1;

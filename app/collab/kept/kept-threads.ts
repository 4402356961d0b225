import type * as Y from "yjs";

import { commentSize, longestReplacement, type CommentAnchor } from "~/domain/review/discussion";
import { evidenceLines } from "~/domain/evidence/field-words";
import { changedParagraphs, changedWords } from "~/domain/verdict/changed-paragraphs";
import { compareDrafts, type EvidenceChange } from "~/domain/verdict/compare-drafts";
import { ratingScale } from "~/domain/verdict/rating";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { proposalAnchor } from "../comments/proposal-anchor";
import { blocksOf, textOf } from "../comments/rationale-blocks";
import type { WordsAnchor } from "../comments/text-anchor";
import { proposeChange, startThread } from "../comments/write-comments";
import { readDraft, reviewParts } from "../review-document";
import type { KeptEdits } from "./kept-edits";

/** A thread that is to be made of a kept edit: other words for some of the rationale, or a remark where it can be none. */
export type KeptThread =
  | { kind: "proposal"; anchor: WordsAnchor; replacement: string }
  | { kind: "remark"; anchor: CommentAnchor; words: string };

/**
 * What kept edits come to as threads of a review's discussion, in the order of the page. Nothing for what only looks
 * different, or stands in another order.
 */
export function keptThreads(review: Y.Doc, kept: KeptEdits): KeptThread[] {
  const present = readDraft(review);
  const { rating, summary, evidence } = compareDrafts(present, kept.wanted);
  return [
    ...(rating ? remarks(field("rating"), ratingWords(kept.wanted)) : []),
    ...(summary
      ? remarks(field("summary"), `My verdict in one sentence: ${kept.wanted.summary}`)
      : []),
    ...paragraphThreads(review, kept.paragraphs),
    ...evidence.flatMap((change) => evidenceRemarks(present, kept.wanted, change)),
    ...kept.comments.flatMap(({ words }) => remarks(field("rationale"), words)),
  ];
}

/**
 * Opens them in the person's name. Each has an id of its own that follows from the edits, so that doing it again, in
 * another tab or after a page that was closed too early, adds nothing.
 *
 * @returns how many threads there are of it now.
 */
export function proposeKept(review: Y.Doc, kept: KeptEdits, author: string, at: string): number {
  const threads = keptThreads(review, kept);
  const { comments } = reviewParts(review);
  review.transact(() =>
    threads.forEach((thread, index) => {
      const id = `kept-${author.slice(0, 8)}-${kept.id}-${index}`;
      if (comments.has(id)) return;
      const comment = { id, author, at, words: "", mentions: [] };
      if (thread.kind === "proposal") {
        proposeChange(review, thread.anchor, thread.replacement, comment);
      } else {
        startThread(review, thread.anchor, { ...comment, words: thread.words });
      }
    }),
  );
  return threads.length;
}

function paragraphThreads(review: Y.Doc, wanted: readonly string[]): KeptThread[] {
  const { rationale } = reviewParts(review);
  const present = blocksOf(rationale).map(textOf);
  return changedParagraphs(present, wanted).flatMap(({ at, from, to }): KeptThread[] => {
    if (from === null || from.trim() === "") {
      const place = present.slice(0, at).findLast((text) => text.trim() !== "");
      return remarks(field("rationale"), to ?? "", `${addedAfter(place)}\n`);
    }
    const change = to === null ? { from: 0, to: from.length, words: "" } : changedWords(from, to);
    if (change === null) return [];
    const { words } = change;
    const fits = !words.includes("\n") && commentSize(words) <= longestReplacement;
    const anchor = proposalAnchor(rationale, {
      from: { block: at, offset: change.from },
      to: { block: at, offset: change.to },
    });
    if (anchor.ok && fits) return [{ kind: "proposal", anchor: anchor.value, replacement: words }];
    const place = `The paragraph that begins “${beginning(from)}”`;
    if (to === null) return remarks(field("rationale"), `${place} should go.`);
    return remarks(field("rationale"), to, `${place} should read:\n`);
  });
}

function evidenceRemarks(
  present: ReviewDraft,
  wanted: ReviewDraft,
  { id, kind, title }: EvidenceChange,
): KeptThread[] {
  const isThere = present.evidence.some((item) => item.id === id);
  const anchor: CommentAnchor = isThere
    ? { kind: "field", field: "evidence", card: id }
    : field("rationale");
  if (kind === "removed") return remarks(anchor, `I took out the source “${title}”.`);
  const item = wanted.evidence.find((one) => one.id === id);
  const head = kind === "added" ? "A source to add:" : "The source should read:";
  return remarks(anchor, item ? evidenceLines(item).join("\n") : "", `${head}\n`);
}

const field = (name: "rating" | "summary" | "rationale"): CommentAnchor => ({
  kind: "field",
  field: name,
});

/** Characters, of which even the widest stay under the limit of a comment. */
const longestPiece = 2_500;

/** As many remarks as the words need, each with the same beginning. */
function remarks(anchor: CommentAnchor, words: string, head = ""): KeptThread[] {
  const pieces: string[] = [];
  for (let at = 0; at < words.length; at += longestPiece) {
    pieces.push(words.slice(at, at + longestPiece));
  }
  return pieces
    .filter((piece) => piece.trim() !== "")
    .map((piece) => ({ kind: "remark", anchor, words: head + piece }));
}

const ratingWords = ({ rating }: ReviewDraft): string =>
  rating === null ? "I took the rating away." : `My rating: ${ratingScale[rating].label}`;

const addedAfter = (place: string | undefined): string =>
  place === undefined
    ? "A paragraph to begin with:"
    : `A paragraph to add after “${beginning(place)}”:`;

const beginning = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 60).trimEnd()} …` : text;

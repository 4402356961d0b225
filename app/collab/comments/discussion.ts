import * as Y from "yjs";

import type { Comment, Resolution, Thread } from "~/domain/review/discussion";

import { cleanText } from "../clean-text";
import { reviewParts } from "../review-document";
import { storedComment } from "./comment-fields";

/**
 * The discussion of a review, the oldest thread first. Tolerant: what is no comment, or belongs to no thread, is left
 * out, and so are threads in which every comment was taken back.
 */
export function readDiscussion(doc: Y.Doc): Thread[] {
  const read = [...reviewParts(doc).comments].flatMap(([id, value]) => {
    const parsed = value instanceof Y.Map ? storedComment.safeParse(value.toJSON()) : null;
    return parsed?.success ? [{ id, ...parsed.data }] : [];
  });
  const comments = read.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
  const replies = new Map<string, StoredComment[]>();
  for (const comment of comments) {
    if (comment.thread === undefined) continue;
    replies.set(comment.thread, [...(replies.get(comment.thread) ?? []), comment]);
  }
  return comments.flatMap((first): Thread[] => {
    if (first.anchor === undefined || first.thread !== undefined) return [];
    const all = [first, ...(replies.get(first.id) ?? [])].map(toComment);
    if (all.every(({ isRemoved }) => isRemoved)) return [];
    const { id, anchor } = first;
    const quoted = anchor.kind === "words" ? { ...anchor, quote: cleanText(anchor.quote) } : anchor;
    const replacement = replacementIn(first);
    return [{ id, anchor: quoted, replacement, comments: all, resolution: resolutionOf(first) }];
  });
}

const replacementIn = ({ anchor, replacement }: StoredComment): string | null =>
  anchor?.kind !== "words" || replacement === undefined ? null : cleanText(replacement);

/** Of a proposal that was accepted nothing else counts: its words are in the rationale. */
function resolutionOf({ accepted, resolution }: StoredComment): Resolution | null {
  if (accepted) return { state: "accepted", by: accepted.by, at: accepted.at };
  if (resolution?.state !== "declined") return resolution ?? null;
  const { word, ...rest } = resolution;
  return word === undefined ? rest : { ...rest, word: cleanText(word) };
}

function toComment(read: StoredComment): Comment {
  const isRemoved = read.removed === true;
  return {
    id: read.id,
    author: read.author,
    at: read.at,
    words: isRemoved ? "" : cleanText(read.words),
    mentions: isRemoved ? [] : (read.mentions ?? []),
    editedAt: read.editedAt ?? null,
    isRemoved,
  };
}

type StoredComment = { id: string } & ReturnType<typeof storedComment.parse>;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

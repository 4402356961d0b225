import * as Y from "yjs";

import type { Comment } from "~/domain/review/discussion";
import { compareDrafts, hasChanges } from "~/domain/verdict/compare-drafts";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { readDiscussion } from "../comments/discussion";
import { blocksOf, textOf } from "../comments/rationale-blocks";
import { readDraft, reviewParts } from "../review-document";

/** What somebody wrote in a copy of a review and the review itself has not. */
export interface KeptEdits {
  /** The same for the same edits, so that what is made of them twice is made once. */
  id: string;
  /** The review with these edits in it; or, where that would lose some of the words, as the person last had it. */
  wanted: ReviewDraft;
  /** The paragraphs of that, without their looks. */
  paragraphs: string[];
  /** Whether putting the edits in keeps all words: none of them stood in something that was taken out since. */
  isWhole: boolean;
  /** Comments that were not sent, or not as they were changed last. */
  comments: Comment[];
  /** What the review lacks, as an update of its document. */
  update: Uint8Array;
}

/** Compares the state of a copy with the review as it stands; null where the review has everything that is in it. */
export function keptEdits(copy: Uint8Array, review: Y.Doc): KeptEdits | null {
  const present = Y.encodeStateAsUpdate(review);
  const [own, merged] = [documentOf([copy]), documentOf([present, copy])];
  try {
    const known = Y.encodeStateVector(review);
    const fresh = unsentItems(own, known);
    const isWhole = fresh.every(({ id, isText }) => !isText || !isGone(merged, id));
    const source = isWhole ? merged : own;
    const wanted = readDraft(source);
    const comments = unsentComments(review, merged);
    const isNew = hasChanges(compareDrafts(readDraft(review), readDraft(merged)));
    if (!isNew && isWhole && comments.length === 0) return null;
    const update = Y.diffUpdate(copy, known);
    const [first] = fresh;
    return {
      id: first ? `${first.id.client}-${first.id.clock}` : fingerprint(update),
      wanted,
      paragraphs: blocksOf(reviewParts(source).rationale).map(textOf),
      isWhole,
      comments,
      update,
    };
  } finally {
    own.destroy();
    merged.destroy();
  }
}

function documentOf(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  reviewParts(doc);
  for (const part of parts) Y.applyUpdate(doc, part);
  return doc;
}

/** What the copy has and the review does not know, as far as its author did not take it back: where each begins. */
function unsentItems(own: Y.Doc, known: Uint8Array): { id: Y.ID; isText: boolean }[] {
  const clocks = Y.decodeStateVector(known);
  return [...own.store.clients].flatMap(([client, structs]) => {
    const from = clocks.get(client) ?? 0;
    return structs.flatMap((struct) => {
      const isUnsent = struct instanceof Y.Item && struct.id.clock + struct.length > from;
      if (!isUnsent || struct.deleted) return [];
      const id = Y.createID(client, Math.max(struct.id.clock, from));
      return [{ id, isText: struct.content instanceof Y.ContentString }];
    });
  });
}

/** A few letters that are others for other bytes. */
function fingerprint(bytes: Uint8Array): string {
  const prime = 16_777_619;
  return bytes
    .reduce((sum, byte) => Math.imul(sum ^ byte, prime) >>> 0, 2_166_136_261)
    .toString(36);
}

/** Whether what stood at a place of the document is not there any more. */
function isGone(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  if (Y.getState(doc.store, client) <= clock) return true;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  return !(item instanceof Y.Item) || item.deleted;
}

function unsentComments(review: Y.Doc, merged: Y.Doc): Comment[] {
  const all = (doc: Y.Doc) => readDiscussion(doc).flatMap(({ comments }) => comments);
  const known = new Map(all(review).map(({ id, words }) => [id, words]));
  return all(merged).filter(({ id, words, isRemoved }) => known.get(id) !== words && !isRemoved);
}

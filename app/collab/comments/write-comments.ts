import * as Y from "yjs";

import type { CommentAnchor } from "~/domain/review/discussion";

import { reviewParts } from "../review-document";
import { readDiscussion } from "./discussion";
import type { WordsAnchor } from "./text-anchor";

/** A comment as its author hands it in. */
export interface NewComment {
  id: string;
  /** Person id. The server refuses any but the writer's own. */
  author: string;
  /** ISO 8601. */
  at: string;
  words: string;
  mentions: readonly string[];
}

/** Opens a thread with its first comment. */
export function startThread(doc: Y.Doc, anchor: CommentAnchor, comment: NewComment): void {
  add(doc, comment, { anchor });
}

/** Opens a thread that proposes other words for those of its anchor. The comment may say nothing. */
export function proposeChange(
  doc: Y.Doc,
  anchor: WordsAnchor,
  replacement: string,
  comment: NewComment,
): void {
  add(doc, comment, { anchor, replacement });
}

/** Adds a comment to a thread. It never counts as older than what it answers, whatever the writer's clock says. */
export function reply(doc: Y.Doc, threadId: string, comment: NewComment): void {
  const thread = readDiscussion(doc).find(({ id }) => id === threadId);
  const after = Date.parse(thread?.comments.at(-1)?.at ?? comment.at) + 1;
  const at = new Date(Math.max(Date.parse(comment.at), thread ? after : 0)).toISOString();
  add(doc, { ...comment, at }, { thread: threadId });
}

/** Changes the words of one's own comment. */
export function editComment(
  doc: Y.Doc,
  id: string,
  { words, mentions, at }: Pick<NewComment, "words" | "mentions" | "at">,
): void {
  change(doc, id, { words, mentions: [...mentions], editedAt: at });
}

/** Takes one's own comment back. That there was one stays visible where others have answered it. */
export function removeComment(doc: Y.Doc, id: string): void {
  change(doc, id, { words: "", mentions: [], removed: true });
}

export function resolveThread(doc: Y.Doc, id: string, by: string, at: string): void {
  change(doc, id, { resolution: { state: "resolved", by, at } });
}

export function reopenThread(doc: Y.Doc, id: string, by: string, at: string): void {
  change(doc, id, { resolution: { state: "reopened", by, at } });
}

/** Says no to a proposal, and why. */
export function declineProposal(
  doc: Y.Doc,
  id: string,
  { by, at, word }: { by: string; at: string; word: string },
): void {
  change(doc, id, { resolution: { state: "declined", by, at, ...(word !== "" && { word }) } });
}

/** Takes one's own proposal back. */
export function withdrawProposal(doc: Y.Doc, id: string, by: string, at: string): void {
  change(doc, id, { resolution: { state: "withdrawn", by, at } });
}

function add(
  doc: Y.Doc,
  { id, author, at, words, mentions }: NewComment,
  place: { anchor: CommentAnchor; replacement?: string } | { thread: string },
): void {
  const fields = { author, at, words, ...(mentions.length > 0 && { mentions: [...mentions] }) };
  const entry = new Y.Map<unknown>(Object.entries({ ...fields, ...place }));
  reviewParts(doc).comments.set(id, entry);
}

function change(doc: Y.Doc, id: string, fields: Record<string, unknown>): void {
  const entry = reviewParts(doc).comments.get(id);
  if (!(entry instanceof Y.Map)) return;
  doc.transact(() => {
    for (const [name, value] of Object.entries(fields)) entry.set(name, value);
  });
}

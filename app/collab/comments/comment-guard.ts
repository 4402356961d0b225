import * as Y from "yjs";

import type { DocumentRight } from "~/domain/people/permissions";

import {
  acceptanceValue,
  acceptedField,
  lastingFields,
  ownFields,
  resolutionValue,
  sharedField,
} from "./comment-fields";

/** Who an update is from. */
export interface Writer {
  person: string;
  right: Exclude<DocumentRight, "read">;
  /** Whether this person may write under a client id, and so whether what stands under it is theirs. */
  mayUse: (client: number) => boolean;
}

/** `not_theirs`: a comment in another's name, or a change of one. `no_right`: something else than a comment. */
export type CommentProblem = { kind: "not_theirs" | "no_right"; detail: string };

/** Where an item stands, as far as comments go. */
type Place = { entry: Y.Item; key: string | null } | null;

/**
 * Whether what a transaction brought and took away was the writer's to bring and take. Everybody writes their own
 * comments; a thread is resolved and reopened by anybody, in their own name; a proposal is accepted and declined by who
 * may write in the review, once and in their own name, and withdrawn by its author. To be asked before the
 * transaction's deleted content is given up.
 */
export function commentProblem(transaction: Y.Transaction, writer: Writer): CommentProblem | null {
  const { doc, beforeState, afterState } = transaction;
  const isNew = ({ id }: Y.Item) => id.clock >= (beforeState.get(id.client) ?? 0);
  for (const [client, end] of afterState) {
    const known = beforeState.get(client) ?? 0;
    if (known >= end) continue;
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = Y.findIndexSS(structs, known); index < structs.length; index++) {
      const item = structs[index];
      const problem = item instanceof Y.Item ? addedProblem(item, writer, isNew) : null;
      if (problem) return problem;
    }
  }
  let problem: CommentProblem | null = null;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (item) => {
    if (problem === null && item instanceof Y.Item && !isNew(item)) {
      problem = deletedProblem(item, writer);
    }
  });
  return problem;
}

function addedProblem(
  item: Y.Item,
  writer: Writer,
  isNew: (item: Y.Item) => boolean,
): CommentProblem | null {
  const place = placeOf(item);
  if (place === null) return elsewhere(writer);
  // It lost to what another wrote at the same time, or to a later word of its own author.
  if (item.deleted) return null;
  const { entry, key } = place;
  if (key === null) return entryProblem(item, writer);
  const isTheirs = writer.mayUse(entry.id.client);
  if (key === sharedField) return resolutionProblem(item, entry, writer);
  if (key === acceptedField) return acceptanceProblem(item, entry, writer);
  if (!isTheirs) return notTheirs("changes another person’s comment");
  return isNew(entry) || ownFields.includes(key) ? null : notTheirs(`changes the ${key}`);
}

/** A new comment names its writer, and either what it is about or what it answers. */
function entryProblem(item: Y.Item, { person }: Writer): CommentProblem | null {
  const type = commentIn(item);
  if (type?.get("author") !== person) return notTheirs("is in another person’s name");
  const isWhole = typeof type.get("at") === "string" && typeof type.get("words") === "string";
  const isPlaced = type.has("anchor") !== type.has("thread");
  const isApt = !type.has("replacement") || isAboutWords(type.get("anchor"));
  return isWhole && isPlaced && isApt ? null : notTheirs("is not a whole comment");
}

function resolutionProblem(item: Y.Item, entry: Y.Item, writer: Writer): CommentProblem | null {
  const thread = commentIn(entry);
  if (!thread?.has("anchor")) return notTheirs("resolves no thread");
  const isProposal = thread.has("replacement");
  for (const it of givenIn(item)) {
    const read = resolutionValue.safeParse(it).data;
    if (read?.by !== writer.person) return notTheirs("resolves in another person’s name");
    const { state } = read;
    if (state === "reopened") continue;
    if (isProposal !== (state !== "resolved")) return notTheirs(`is not to be ${state}`);
    if (state === "withdrawn" && !writer.mayUse(entry.id.client)) {
      return notTheirs("withdraws another person’s proposal");
    }
    if (state === "declined" && writer.right !== "write") return noRight("declines a proposal");
  }
  return null;
}

function acceptanceProblem(item: Y.Item, entry: Y.Item, writer: Writer): CommentProblem | null {
  if (writer.right !== "write") return noRight("accepts a proposal");
  if (!commentIn(entry)?.has("replacement")) return notTheirs("accepts no proposal");
  // Two may accept at once, neither knowing of the other; who knows of one leaves it as it is.
  if (item.origin !== null) return notTheirs("accepts again");
  const isTheirs = givenIn(item).every(
    (it) => acceptanceValue.safeParse(it).data?.by === writer.person,
  );
  return isTheirs ? null : notTheirs("accepts in another person’s name");
}

const givenIn = ({ content }: Y.Item): readonly unknown[] =>
  content instanceof Y.ContentAny ? content.arr : [];

const isAboutWords = (anchor: unknown): boolean =>
  typeof anchor === "object" && anchor !== null && "kind" in anchor && anchor.kind === "words";

function deletedProblem(item: Y.Item, writer: Writer): CommentProblem | null {
  const place = placeOf(item);
  if (place === null) return elsewhere(writer);
  const { entry, key } = place;
  if (key === null || entry.deleted) return notTheirs("deletes a comment");
  if (lastingFields.includes(key) && !commentIn(entry)?.has(key)) {
    return notTheirs(`takes the ${key} away`);
  }
  const isShared = key === sharedField || key === acceptedField;
  const isTheirs = isShared || (writer.mayUse(entry.id.client) && ownFields.includes(key));
  return isTheirs ? null : notTheirs("deletes another person’s words");
}

function commentIn({ content }: Y.Item): Y.Map<unknown> | null {
  return content instanceof Y.ContentType && content.type instanceof Y.Map ? content.type : null;
}

const elsewhere = ({ right }: Writer): CommentProblem | null =>
  right === "comment" ? noRight("comments only") : null;

function placeOf(item: Y.Item): Place {
  const { parent } = item;
  if (!(parent instanceof Y.AbstractType)) return null;
  if (isComments(parent)) return { entry: item, key: null };
  const entry = parent._item;
  return entry && entry.parent instanceof Y.AbstractType && isComments(entry.parent)
    ? { entry, key: item.parentSub ?? "" }
    : null;
}

const isComments = (type: Y.AbstractType<unknown>): boolean =>
  type._item === null && type.doc?.share.get("comments") === type;

const noRight = (detail: string): CommentProblem => ({ kind: "no_right", detail });
const notTheirs = (detail: string): CommentProblem => ({ kind: "not_theirs", detail });

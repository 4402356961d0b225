import * as Y from "yjs";

import type { ReviewDraft } from "~/domain/verdict/verdict";

import { readDraft, reviewParts } from "./review-document";

const emptyUpdate = new Uint8Array([0, 0]);

/** A new copy of a document, from its bytes. */
export function documentFrom(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  // Named before content arrives, so that every part has its type.
  reviewParts(doc);
  applyAsIs(doc, state);
  return doc;
}

/**
 * Applies an update without the tidying of formatting that Yjs does after remote changes: the server's copies must be
 * a function of the log alone, and that tidying would add deletions nobody wrote.
 */
export function applyAsIs(doc: Y.Doc, update: Uint8Array): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update);
    transaction.local = true;
  });
}

/** What is committed, and nothing else. Rests as bytes while nobody edits, which takes a quarter of the memory. */
export class CommittedDocument {
  #doc: Y.Doc | null = null;
  #bytes: Uint8Array | null;

  constructor(parts: readonly Uint8Array[]) {
    const [only] = parts;
    this.#bytes = parts.length > 1 ? Y.mergeUpdates([...parts]) : (only ?? emptyUpdate);
  }

  apply(update: Uint8Array): void {
    applyAsIs(this.#open(), update);
  }

  state(): Uint8Array {
    return this.#bytes ?? Y.encodeStateAsUpdate(this.#open());
  }

  /** What a replica with this state vector lacks. */
  stateSince(vector: Uint8Array): Uint8Array {
    if (this.#bytes === null) return Y.encodeStateAsUpdate(this.#open(), vector);
    const isEmpty = vector.length === 1 && vector[0] === 0;
    return isEmpty ? this.#bytes : Y.diffUpdate(this.#bytes, vector);
  }

  stateVector(): Uint8Array {
    return this.#bytes === null
      ? Y.encodeStateVector(this.#open())
      : Y.encodeStateVectorFromUpdate(this.#bytes);
  }

  /** The clock that the next struct of this client id will have. */
  clockOf(client: number): number {
    return Y.getState(this.#open().store, client);
  }

  draft(): ReviewDraft {
    return readDraft(this.#open());
  }

  pack(): void {
    if (this.#doc === null) return;
    this.#bytes = Y.encodeStateAsUpdate(this.#doc);
    this.#doc.destroy();
    this.#doc = null;
  }

  #open(): Y.Doc {
    this.#doc ??= documentFrom(this.#bytes ?? emptyUpdate);
    this.#bytes = null;
    return this.#doc;
  }
}

import { deflateRawSync, inflateRawSync } from "node:zlib";

import * as Y from "yjs";

import { reviewParts } from "./review-document";

const emptyUpdate = new Uint8Array([0, 0]);
/** Updates that wait side by side before they are folded into one: merging slows down with their number. */
const mostUnfolded = 48;

/** Fewer bytes are not worth packing. */
const leastPacked = 4_096;
/** Their clocks take less room than looking for them takes time. */
const fewClients = 32;

/** What is stored of a document cannot be made into one. */
export class UnreadableDocument extends Error {}

/** A new copy of a document, from its bytes. Throws `UnreadableDocument`. */
export function documentFrom(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  // Named before content arrives, so that every part has its type.
  reviewParts(doc);
  try {
    applyAsIs(doc, state);
  } catch (error) {
    throw new UnreadableDocument("The stored document cannot be read.", { cause: error });
  }
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

/**
 * What is committed, and nothing else, as bytes: a state and the updates after it. No Yjs document is made of it here,
 * so that one can be opened, read and shared at the price of copying bytes.
 */
export class CommittedDocument {
  #base: Uint8Array;
  /** The base while nobody needs it, in about a third of the bytes. */
  #packed: Buffer | null = null;
  #isResting = false;
  #tail: Uint8Array[];
  #clocks: Map<number, number> | null = null;

  constructor(parts: readonly Uint8Array[]) {
    [this.#base = emptyUpdate, ...this.#tail] = parts;
  }

  apply(update: Uint8Array): void {
    const clocks = this.#openClocks();
    for (const [client, end] of Y.parseUpdateMeta(update).to) {
      if (end > (clocks.get(client) ?? 0)) clocks.set(client, end);
    }
    this.#isResting = false;
    this.#tail.push(update);
    if (this.#tail.length >= mostUnfolded) this.#tail = [Y.mergeUpdates(this.#tail)];
  }

  /** Takes the same content in fewer bytes, as a live document encodes it. */
  rebase(state: Uint8Array): void {
    this.#base = state;
    this.#packed = null;
    this.#tail = [];
  }

  state(): Uint8Array {
    this.#unpack();
    if (this.#tail.length > 0) this.rebase(Y.mergeUpdates([this.#base, ...this.#tail]));
    return this.#base;
  }

  /** What a replica with this state vector lacks. */
  stateSince(vector: Uint8Array): Uint8Array {
    return isNothing(vector) ? this.state() : Y.diffUpdate(this.state(), vector);
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#openClocks());
  }

  /** The clock that the next struct of this client id will have. */
  clockOf(client: number): number {
    return this.#openClocks().get(client) ?? 0;
  }

  /** Whether nothing has been asked or added since `rest`. */
  get isResting(): boolean {
    return this.#isResting;
  }

  /** Keeps everything in less room, and forgets what can be found out again where it is much. */
  rest(): void {
    const state = this.#packed ? null : this.state();
    if (state && state.length >= leastPacked) {
      this.#packed = deflateRawSync(state, { level: 1 });
      this.#base = emptyUpdate;
    }
    if (this.#clocks && this.#clocks.size > fewClients) this.#clocks = null;
    this.#isResting = true;
  }

  #unpack(): void {
    this.#isResting = false;
    if (!this.#packed) return;
    // Copied: what comes out of zlib may be a part of something larger.
    this.#base = new Uint8Array(inflateRawSync(this.#packed));
    this.#packed = null;
  }

  #openClocks(): Map<number, number> {
    this.#clocks ??= Y.decodeStateVector(Y.encodeStateVectorFromUpdate(this.state()));
    return this.#clocks;
  }
}

/** The state vector of one who has nothing. */
export const isNothing = (vector: Uint8Array): boolean => vector.length === 1 && vector[0] === 0;

import type * as Y from "yjs";

import type { Thread } from "~/domain/review/discussion";

import { reviewParts } from "../review-document";
import { readDiscussion } from "./discussion";
import { placeThreads, type PlacedThread } from "./order-threads";

/** A thread in its place on the page. */
export type ShownThread = Omit<PlacedThread, "span">;

/** Milliseconds after an edit until threads are put in order again: typing must not wait for it. */
const orderAfter = 150;

/**
 * The threads of a review in the order of the page, followed as people write. Made for `useSyncExternalStore`: as long
 * as nothing about the threads and their order changes, the snapshot stays the same, however much is typed.
 */
export class DiscussionWatch {
  #threads: readonly Thread[];
  #shown: readonly ShownThread[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(private readonly doc: Y.Doc) {
    this.#threads = readDiscussion(doc);
    this.#shown = this.#placed();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly getSnapshot = (): readonly ShownThread[] => this.#shown;

  #start(): void {
    const { comments, rationale, evidence } = reviewParts(this.doc);
    comments.observeDeep(this.#onComments);
    rationale.observeDeep(this.#onText);
    evidence.observeDeep(this.#onText);
    // What changed between making and subscribing must not be missed.
    this.#onComments();
  }

  #stop(): void {
    const { comments, rationale, evidence } = reviewParts(this.doc);
    comments.unobserveDeep(this.#onComments);
    rationale.unobserveDeep(this.#onText);
    evidence.unobserveDeep(this.#onText);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  readonly #onComments = (): void => {
    this.#threads = readDiscussion(this.doc);
    this.#order();
  };

  readonly #onText = (): void => {
    if (this.#threads.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#order();
    }, orderAfter);
  };

  #order(): void {
    const next = this.#placed();
    if (JSON.stringify(next) === JSON.stringify(this.#shown)) return;
    this.#shown = next;
    for (const listener of this.#listeners) listener();
  }

  #placed(): ShownThread[] {
    return placeThreads(this.doc, this.#threads).map(({ span: _span, ...thread }) => thread);
  }
}

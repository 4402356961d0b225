import type * as Y from "yjs";

import { readCard, reviewParts, shownCards } from "./review-document";

/** A piece of evidence as a footnote refers to it. */
export interface NumberedSource {
  id: string;
  /** Its place in the list, from 1. */
  number: number;
  title: string;
  url: string;
}

/** The sources of a review with the numbers that they have now, followed as people change them. */
export class SourceWatch {
  #sources: readonly NumberedSource[];
  readonly #listeners = new Set<() => void>();

  constructor(private readonly doc: Y.Doc) {
    this.#sources = this.#read();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const { evidence } = reviewParts(this.doc);
    if (this.#listeners.size === 0) {
      evidence.observeDeep(this.#look);
      // What changed while nobody looked must not be missed.
      this.#sources = this.#read();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) evidence.unobserveDeep(this.#look);
    };
  };

  /** In the order of the list. The same array as long as nothing about it changes. */
  readonly getSnapshot = (): readonly NumberedSource[] => this.#sources;

  /** Undefined for one that was removed, or was never there. */
  find(id: string): NumberedSource | undefined {
    return this.#sources.find((source) => source.id === id);
  }

  readonly #look = (): void => {
    const next = this.#read();
    if (JSON.stringify(next) === JSON.stringify(this.#sources)) return;
    this.#sources = next;
    for (const listener of [...this.#listeners]) listener();
  };

  #read(): NumberedSource[] {
    return shownCards(reviewParts(this.doc).evidence).map((card, index) => {
      const { id, title, url } = readCard(card);
      return { id, number: index + 1, title, url };
    });
  }
}

import * as Y from "yjs";

import type { Limits } from "./limits";
import { reviewParts } from "./review-document";

type Sizes = Pick<Limits, "rationaleLength" | "documentBytes" | "structs" | "clients">;

/** How much may come in after a look that found little room left, before the next look. */
const lengthSlack = 2_000;
const byteSlack = 64 * 1024;

/**
 * Keeps a document within its size. Measuring walks the document, so it is done only when what came in since the last
 * time could have made it too large.
 */
export class DocumentSize {
  /** As measured, and all that came in since, which is never less than what it added. */
  #length = 0;
  #lengthSince: number;
  #bytes = 0;
  #bytesSince: number;

  constructor(
    private readonly limits: Sizes,
    stored: number,
  ) {
    this.#lengthSince = stored;
    this.#bytesSince = stored;
  }

  /** What is too large now that so many bytes have come in, in words for the person; null when nothing is. */
  problem(doc: Y.Doc, added: number): string | null {
    const { limits } = this;
    this.#lengthSince += added;
    this.#bytesSince += added;
    if (doc.store.clients.size > limits.clients) return "too many pages have written in the review";
    if (structsIn(doc) > limits.structs) return "the review has too many pieces";
    if (isDue(this.#length, this.#lengthSince, limits.rationaleLength, lengthSlack)) {
      this.#length = lengthOfText(reviewParts(doc).rationale);
      if (this.#length > limits.rationaleLength) return "the rationale is too long";
      this.#lengthSince = 0;
    }
    if (isDue(this.#bytes, this.#bytesSince, limits.documentBytes, byteSlack)) {
      this.#bytes = Y.encodeStateAsUpdate(doc).length;
      if (this.#bytes > limits.documentBytes) return "the review is too large";
      this.#bytesSince = 0;
    }
    return null;
  }
}

function isDue(measured: number, since: number, limit: number, slack: number): boolean {
  return measured + since > limit && since > Math.min(slack, limit / 100);
}

function structsIn(doc: Y.Doc): number {
  let count = 0;
  for (const structs of doc.store.clients.values()) count += structs.length;
  return count;
}

function lengthOfText(root: Y.XmlFragment): number {
  let length = 0;
  const open: Y.XmlFragment[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) length += child.length;
      else if (child instanceof Y.XmlElement) open.push(child);
    }
  }
  return length;
}

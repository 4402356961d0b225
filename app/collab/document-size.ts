import * as Y from "yjs";

import type { Limits } from "./limits";
import { reviewParts } from "./review-document";

type Sizes = Pick<Limits, "summaryLength" | "rationaleLength" | "cards" | "documentBytes">;

/**
 * What is too large in the document, in words for the person, or null. `fully` also measures what cannot be known
 * without walking through it.
 */
export function measureDocument(doc: Y.Doc, limits: Sizes, fully: boolean): string | null {
  const { summary, rationale, evidence } = reviewParts(doc);
  if (summary.length > limits.summaryLength) return "the summary is too long";
  if (evidence.length > limits.cards) return "too many pieces of evidence";
  if (!fully) return null;
  if (lengthOfText(rationale) > limits.rationaleLength) return "the rationale is too long";
  const bytes = Y.encodeStateAsUpdate(doc).length;
  return bytes > limits.documentBytes ? "the review is too large" : null;
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { ShapeCheck } from "~/collab/document-shape";
import { DocumentSize } from "~/collab/document-size";
import { defaultLimits } from "~/collab/limits";
import {
  addEvidence,
  documentParts,
  reviewParts,
  setCardLine,
  setRating,
  setStance,
  writeDraft,
} from "~/collab/review-document";

import { draft } from "./draft-arbitrary";

const check = new ShapeCheck(defaultLimits);
const problemOf = (doc: Y.Doc, before: Map<number, number> = new Map()) =>
  check.problemSince(doc, before, doc.store.clients.keys());

function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  reviewParts(doc);
  return doc;
}

describe("the shape of a review document", () => {
  it("is what any draft has that the page can write", () => {
    fc.assert(
      fc.property(draft, (written) => {
        const doc = newDoc();
        writeDraft(doc, written);
        expect(problemOf(doc)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it("is kept by every change that the page can make", () => {
    const doc = newDoc();
    const card = addEvidence(doc, { id: "a", url: "https://example.org/", excerpt: "words" });
    setRating(doc, "false");
    setRating(doc, null);
    setStance(card, "refutes");
    setCardLine(card, "publisher", "The Paper");
    card.set("order", 2.5);
    card.set("removed", true);
    expect(problemOf(doc)).toBeNull();
  });

  it("is asked of what is new and of nothing else", () => {
    const doc = newDoc();
    doc.getMap("verdict").set("unknown", 1);
    const before = Y.decodeStateVector(Y.encodeStateVector(doc));
    doc.getText("summary").insert(0, "fine");
    expect(problemOf(doc, before)).toBeNull();
    expect(problemOf(doc)).toEqual({ kind: "wrong", detail: "a field that is not known" });
  });

  it("knows every part that the document has", () => {
    for (const part of documentParts) {
      const doc = newDoc();
      doc.getMap("other").set("a", 1);
      expect(problemOf(doc)?.detail).toBe("something where nothing belongs");
      expect(part).not.toBe("other");
    }
  });
});

describe("the size of a review document", () => {
  const withText = (length: number) => {
    const doc = newDoc();
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText("x".repeat(length));
    paragraph.insert(0, [text]);
    reviewParts(doc).rationale.insert(0, [paragraph]);
    return { doc, text };
  };

  it("is noticed within a hundredth of its limit, also when it grows by single letters", () => {
    const limits = { ...defaultLimits, rationaleLength: 10_000 };
    const { doc, text } = withText(9_000);
    const size = new DocumentSize(limits, 9_000);
    let typed = 9_000;
    while (size.problem(doc, 1) === null) text.insert(typed++, "y");
    expect(typed).toBeGreaterThan(10_000);
    expect(typed).toBeLessThanOrEqual(10_101);
  });

  it("counts the pieces and the pages that a document is made of", () => {
    const { doc } = withText(10);
    const size = (limits: object) => new DocumentSize({ ...defaultLimits, ...limits }, 0);
    expect(size({ structs: 1 }).problem(doc, 1)).toBe("the review has too many pieces");
    expect(size({ clients: 0 }).problem(doc, 1)).toContain("too many pages");
    expect(size({}).problem(doc, 1)).toBeNull();
    const small = new DocumentSize({ ...defaultLimits, documentBytes: 20 }, 0);
    expect(small.problem(doc, 30)).toBe("the review is too large");
  });
});

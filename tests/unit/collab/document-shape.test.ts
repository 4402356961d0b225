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
  setSourcing,
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

  it.each([
    ["a kind of source", "sourceType", "rumour"],
    ["an origin", "derivedFrom", "javascript:alert(1)"],
    ["an author", "author", 7],
    ["a field", "rank", "1"],
  ])("has no other %s", (_what, field, value) => {
    const doc = newDoc();
    addEvidence(doc, { id: "a" }).set(field, value);
    expect(problemOf(doc)?.kind).toBe("wrong");
  });

  it("has two answers about the other side, and no other part of it", () => {
    const doc = newDoc();
    setSourcing(doc, "otherSide", "none_found");
    setSourcing(doc, "otherSideBy", "Lea");
    setSourcing(doc, "otherSide", "");
    expect(problemOf(doc)).toBeNull();
    for (const [field, value] of [
      ["otherSide", "maybe"],
      ["otherSideBy", 1],
      ["more", "x"],
    ] as const) {
      const hostile = newDoc();
      reviewParts(hostile).sourcing.set(field, value);
      expect(problemOf(hostile)?.kind).toBe("wrong");
    }
  });

  it("is asked of what is new and of nothing else", () => {
    const doc = newDoc();
    doc.getMap("verdict").set("unknown", 1);
    const before = Y.decodeStateVector(Y.encodeStateVector(doc));
    doc.getText("summary").insert(0, "fine");
    expect(problemOf(doc, before)).toBeNull();
    expect(problemOf(doc)).toEqual({ kind: "wrong", detail: "a field that is not known" });
  });

  const put = (path: readonly string[], attributes: Record<string, string | number>) => {
    const doc = newDoc();
    let parent: Y.XmlFragment = reviewParts(doc).rationale;
    for (const name of path) {
      const node = new Y.XmlElement<Record<string, string | number>>(name);
      parent.insert(0, [node as Y.XmlElement]);
      parent = node;
      if (name !== path.at(-1)) continue;
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    }
    return problemOf(doc);
  };
  const cell = ["table", "tableRow", "tableCell"];
  const note = ["paragraph", "footnote"];

  it.each([
    [note, { card: "a" }],
    [[...cell, ...note], { card: "a" }],
    [["heading", "footnote"], { card: "a" }],
    [["blockquote", ...cell], { colspan: 1, rowspan: 1 }],
    [["table", "tableRow", "tableHeader"], { colspan: 1, rowspan: 1 }],
    [["bulletList", "listItem", ...cell, "paragraph"], {}],
    [["orderedList"], { start: 3, type: "a" }],
  ])("has a place for %j with %j", (path, attributes) => {
    expect(put(path, attributes)).toBeNull();
  });

  it.each([
    [note, { card: "" }],
    [note, { card: 7 }],
    [note, { card: "x".repeat(129) }],
    [note, { card: "a", title: "words that nobody sees" }],
    [["paragraph"], { card: "a" }],
    [["paragraph"], { style: "display:none" }],
    [["heading"], { level: 1 }],
    [cell, { colspan: 2 }],
    [cell, { rowspan: 1_000_000 }],
    [cell, { colwidth: 7 }],
    [cell, { constructor: 1 }],
    [["table"], { align: "left" }],
    [["orderedList"], { type: "x".repeat(9) }],
  ])("keeps %j from having %j", (path, attributes) => {
    expect(put(path, attributes)).toEqual({
      kind: "wrong",
      detail: "an attribute that is not known",
    });
  });

  it.each([
    [["footnote"]],
    [["blockquote", "footnote"]],
    [["tableRow"]],
    [["table", "tableCell"]],
    [["table", "tableRow", "paragraph"]],
    [[...cell, "table"]],
    [[...cell, "bulletList"]],
    [[...cell, "heading"]],
    [["paragraph", "table"]],
    [[...note, "paragraph"]],
    [["listItem"]],
  ])("has no place for %j", (path) => {
    expect(put(path, {})).toEqual({ kind: "wrong", detail: "a node where it does not belong" });
  });

  it("has words in paragraphs and headings only", () => {
    const doc = newDoc();
    const row = new Y.XmlElement("tableRow");
    const table = new Y.XmlElement("table");
    table.insert(0, [row]);
    row.insert(0, [new Y.XmlText("words")]);
    reviewParts(doc).rationale.insert(0, [table]);
    expect(problemOf(doc)?.detail).toBe("a node where it does not belong");
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

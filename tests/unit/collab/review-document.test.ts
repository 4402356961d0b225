import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import {
  addEvidence,
  findCard,
  moveEvidence,
  placeEvidence,
  readDraft,
  removeEvidence,
  restoreEvidence,
  reviewParts,
  setCardLine,
  setDerivedFrom,
  writeDraft,
} from "~/collab/review-document";
import { richTextSchema } from "~/domain/verdict/rich-text";

import { completeDraft, evidence } from "../../support/drafts";
import { draft } from "./draft-arbitrary";

const idsOf = (doc: Y.Doc) => readDraft(doc).evidence.map((item) => item.id);

function replica(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

describe("a draft in the shared document", () => {
  it("reads back as it was written, also after travelling as bytes", () => {
    fc.assert(
      fc.property(draft, (written) => {
        const doc = new Y.Doc();
        writeDraft(doc, written);
        expect(readDraft(doc)).toEqual(written);
        expect(readDraft(replica(doc))).toEqual(written);
      }),
    );
  });

  it("replaces an earlier draft completely", () => {
    fc.assert(
      fc.property(draft, draft, (earlier, later) => {
        const doc = new Y.Doc();
        writeDraft(doc, earlier);
        writeDraft(doc, later);
        expect(readDraft(doc)).toEqual(later);
      }),
      { numRuns: 30 },
    );
  });

  it("is empty in a new document", () => {
    expect(readDraft(new Y.Doc())).toEqual({
      rating: null,
      summary: "",
      rationale: [],
      evidence: [],
    });
  });
});

describe("what a hostile or damaged document holds", () => {
  it("is left out, and what is read always fits the signed shape", () => {
    const doc = new Y.Doc();
    const { verdict, summary, rationale, evidence } = reviewParts(doc);
    verdict.set("rating", { not: "a rating" });
    summary.insert(0, "A\u0000B\ud800C");
    const script = new Y.XmlElement("script");
    script.insert(0, [new Y.XmlText("alert(1)")]);
    const linked = new Y.XmlText();
    linked.applyDelta([{ insert: "click", attributes: { link: { href: "javascript:alert(1)" } } }]);
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [linked]);
    rationale.insert(0, [script, paragraph]);
    evidence.push([new Y.Map([["id", 7]]), new Y.Map([["id", "a"]]), new Y.Map([["id", "a"]])]);
    findCard(doc, "a")?.set("url", "data:text/html,x");

    const read = readDraft(doc);
    expect(read.rating).toBeNull();
    expect(read.summary).toBe("AB\ufffdC");
    expect(read.rationale).toEqual([{ type: "paragraph", runs: [{ text: "click" }] }]);
    expect(read.evidence).toHaveLength(1);
    expect(read.evidence[0]).toMatchObject({ id: "a", url: "", excerpt: "", stance: "context" });
    expect(richTextSchema.safeParse(read.rationale).success).toBe(true);
  });

  it("cannot exhaust the reader by nesting", () => {
    const doc = new Y.Doc();
    let inner = new Y.XmlElement("paragraph");
    for (let depth = 0; depth < 300; depth++) {
      const quote = new Y.XmlElement("blockquote");
      quote.insert(0, [inner]);
      inner = quote;
    }
    reviewParts(doc).rationale.insert(0, [inner]);
    expect(readDraft(doc).rationale).toEqual([]);
  });
});

describe("evidence cards", () => {
  const withCards = (...ids: string[]) => {
    const doc = new Y.Doc();
    for (const id of ids) addEvidence(doc, { id, excerpt: `words of ${id}` });
    return doc;
  };

  it("move up and down, and stay where they are at the ends", () => {
    const doc = withCards("a", "b", "c");
    moveEvidence(doc, "c", -1);
    expect(idsOf(doc)).toEqual(["a", "c", "b"]);
    moveEvidence(doc, "a", 1);
    expect(idsOf(doc)).toEqual(["c", "a", "b"]);
    moveEvidence(doc, "c", -1);
    moveEvidence(doc, "b", 1);
    expect(idsOf(doc)).toEqual(["c", "a", "b"]);
  });

  it("come back with everything in them when a removal is undone", () => {
    const doc = withCards("a", "b");
    removeEvidence(doc, "a");
    expect(idsOf(doc)).toEqual(["b"]);
    restoreEvidence(doc, "a");
    expect(readDraft(doc).evidence[0]).toMatchObject({ id: "a", excerpt: "words of a" });
  });

  it("keep what somebody writes while another person moves or removes them", () => {
    const mine = withCards("a", "b");
    const theirs = replica(mine);
    moveEvidence(mine, "b", -1);
    removeEvidence(mine, "b");
    restoreEvidence(mine, "b");
    const excerpt = findCard(theirs, "b")?.get("excerpt");
    if (excerpt instanceof Y.Text) excerpt.insert(0, "new ");
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    expect(readDraft(mine).evidence[0]).toMatchObject({ id: "b", excerpt: "new words of b" });
    expect(readDraft(theirs)).toEqual(readDraft(mine));
  });

  it("refuse an address that is not a web address, and keep the one before", () => {
    const doc = withCards("a");
    const card = findCard(doc, "a");
    if (!card) throw new Error("no card");
    expect(setCardLine(card, "url", "https://example.org/a")).toBe(true);
    expect(setCardLine(card, "url", "javascript:alert(1)")).toBe(false);
    expect(setCardLine(card, "url", "data:text/html,x")).toBe(false);
    expect(readDraft(doc).evidence[0]?.url).toBe("https://example.org/a");
  });
});

it("two people who move different cards at once both get what they did", () => {
  const one = new Y.Doc();
  for (const id of ["a", "b", "c", "d"]) addEvidence(one, { id, title: id });
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  placeEvidence(one, "d", 0);
  placeEvidence(other, "a", 2);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  expect(readDraft(one).evidence.map(({ id }) => id)).toEqual(["d", "b", "c", "a"]);
  expect(readDraft(other)).toEqual(readDraft(one));
});

it("a card goes to every place of the list, however often it is moved", () => {
  const doc = new Y.Doc();
  for (const id of ["a", "b", "c"]) addEvidence(doc, { id });
  for (let i = 0; i < 200; i += 1) {
    placeEvidence(doc, "a", i % 3);
    expect(readDraft(doc).evidence[i % 3]?.id).toBe("a");
    placeEvidence(doc, "c", 1);
    expect(readDraft(doc).evidence[1]?.id).toBe("c");
    placeEvidence(doc, "c", 2);
    placeEvidence(doc, "a", 0);
  }
});

it("what would derive a card from itself changes nothing", () => {
  const doc = new Y.Doc();
  const a = addEvidence(doc, { id: "a" });
  const b = addEvidence(doc, { id: "b" });
  expect(setDerivedFrom(doc, a, "card:b")).toBe(true);
  expect(setDerivedFrom(doc, b, "card:a")).toBe(false);
  expect(setDerivedFrom(doc, b, "nonsense")).toBe(false);
  expect(readDraft(doc).evidence).toMatchObject([{ derivedFrom: "card:b" }, { id: "b" }]);
  expect(readDraft(doc).evidence[1]).not.toHaveProperty("derivedFrom");
});

it("a document from before these fields reads as it did, and says nothing of its sources", () => {
  const doc = new Y.Doc();
  const card = addEvidence(doc, { id: "a", title: "A" });
  for (const name of ["author", "derivedFrom", "accessedBy"]) card.delete(name);
  expect(readDraft(doc)).not.toHaveProperty("sourcing");
  expect(readDraft(doc).evidence[0]).not.toHaveProperty("author");
});

it("what is said of the sources as a whole is written and read", () => {
  const doc = new Y.Doc();
  const draft = completeDraft({ evidence: [evidence({ author: "Ada", accessedBy: "Lea" })] });
  writeDraft(doc, draft);
  expect(readDraft(doc)).toEqual(draft);
});

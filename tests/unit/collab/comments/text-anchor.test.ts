import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { placeThreads } from "~/collab/comments/order-threads";
import { proposalAnchor } from "~/collab/comments/proposal-anchor";
import { blocksOf, placeInText, textOf } from "~/collab/comments/rationale-blocks";
import { replaceWords } from "~/collab/comments/replace-words";
import { anchorFor, spanOf, type WordsAnchor } from "~/collab/comments/text-anchor";
import { writeRationale } from "~/collab/rationale";
import { addEvidence, removeEvidence, reviewParts } from "~/collab/review-document";
import type { CommentAnchor, Thread } from "~/domain/review/discussion";
import type { RichText } from "~/domain/verdict/rich-text";

const paragraph = (text: string): RichText[number] => ({ type: "paragraph", runs: [{ text }] });
const text: RichText = [
  { type: "heading", level: 2, runs: [{ text: "Why" }] },
  {
    type: "paragraph",
    runs: [{ text: "It was " }, { text: "never", bold: true }, { text: " signed." }],
  },
  { type: "quote", blocks: [paragraph("Nobody signed it.")] },
  { type: "list", ordered: false, items: [[paragraph("One"), paragraph("Two\nlines")]] },
];

function newDoc(blocks = text) {
  const doc = new Y.Doc();
  const { rationale } = reviewParts(doc);
  writeRationale(rationale, blocks);
  return { doc, rationale };
}

const span = (block: number, from: number, to: number, until = block) => ({
  from: { block, offset: from },
  to: { block: until, offset: to },
});

function anchor(rationale: Y.XmlFragment, ...place: Parameters<typeof span>): WordsAnchor {
  const made = anchorFor(rationale, span(...place));
  if (!made) throw new Error("there are no words");
  return made;
}

function textIn(rationale: Y.XmlFragment, block: number): Y.XmlText {
  const children = blocksOf(rationale).at(block)?.toArray() ?? [];
  const found = children.find((it) => it instanceof Y.XmlText);
  if (!found) throw new Error("there is no text");
  return found;
}

describe("a place in the text of a rationale", () => {
  it("is found from how far one is into its lines", () => {
    const { rationale } = newDoc();
    const lines = blocksOf(rationale).map(textOf);
    const whole = lines.join("\n");
    const selected = (words: string) => {
      const from = whole.indexOf(words);
      return {
        from: placeInText(lines, from),
        to: placeInText(lines, from + words.length),
      };
    };
    for (const words of ["never signed", "Why", "Two\nlines", "lines", "One"]) {
      expect(anchorFor(rationale, selected(words))?.quote).toBe(words);
    }
    expect(proposalAnchor(rationale, selected("never"))).toMatchObject({ ok: true });
    expect(proposalAnchor(rationale, selected("Two\nlines")).ok).toBe(false);
    expect(proposalAnchor(rationale, selected(" ")).ok).toBe(false);
    expect(placeInText([], 7)).toEqual({ block: 0, offset: 0 });
    expect(placeInText(["ab"], 7)).toEqual({ block: 0, offset: 2 });
  });
});

describe("an anchor in the rationale", () => {
  it("keeps the words it is about, over marks and blocks", () => {
    const { rationale } = newDoc();
    expect(blocksOf(rationale)).toHaveLength(5);
    expect(anchor(rationale, 1, 3, 12).quote).toBe("was never");
    expect(anchor(rationale, 0, 1, 6, 2).quote).toBe("hy\nIt was never signed.\nNobody");
    expect(anchor(rationale, 4, 0, 9).quote).toBe("Two\nlines");
  });

  it("moves with its words, and does not grow when somebody writes beside them", () => {
    const { rationale } = newDoc();
    const made = anchor(rationale, 1, 7, 12);
    expect(spanOf(rationale, made)).toEqual(span(1, 7, 12));
    textIn(rationale, 1).insert(12, " ever");
    textIn(rationale, 1).insert(7, "almost ");
    expect(spanOf(rationale, made)).toEqual(span(1, 14, 19));
    rationale.insert(0, [new Y.XmlElement("paragraph")]);
    expect(spanOf(rationale, made)).toEqual(span(2, 14, 19));
    textIn(rationale, 2).insert(16, "-");
    expect(spanOf(rationale, made)).toEqual(span(2, 14, 20));
    textIn(rationale, 2).delete(14, 3);
    expect(spanOf(rationale, made)).toEqual(span(2, 14, 17));
  });

  it("is lost with the last of its words", () => {
    const { rationale } = newDoc();
    const made = anchor(rationale, 1, 7, 12);
    textIn(rationale, 1).delete(7, 5);
    expect(spanOf(rationale, made)).toBeNull();
    const block = anchor(rationale, 2, 0, 6);
    rationale.delete(2, 1);
    expect(spanOf(rationale, block)).toBeNull();
  });

  it("finds its words again where they were taken out and put back, if they stand there once", () => {
    const { rationale } = newDoc();
    const made = anchor(rationale, 1, 7, 12);
    writeRationale(rationale, [paragraph("Before."), paragraph("It was never signed.")]);
    expect(spanOf(rationale, made)).toEqual(span(1, 7, 12));
    writeRationale(rationale, [paragraph("never say never")]);
    expect(spanOf(rationale, made)).toBeNull();
    writeRationale(rationale, [paragraph("never"), paragraph("never")]);
    expect(spanOf(rationale, made)).toBeNull();
  });

  it("is about the same words again when an edit of them is undone", () => {
    const { rationale } = newDoc([paragraph("It was never signed, they say.")]);
    const made = anchor(rationale, 0, 3, 12);
    const undo = new Y.UndoManager(rationale);
    textIn(rationale, 0).delete(7, 23);
    expect(spanOf(rationale, made)).toEqual(span(0, 3, 7));
    undo.undo();
    expect(textIn(rationale, 0).toJSON()).toBe("It was never signed, they say.");
    expect(spanOf(rationale, made)).toEqual(span(0, 3, 12));
  });

  it("stays with what is left of its words, whatever says the same elsewhere", () => {
    const { rationale } = newDoc([paragraph("It was never signed."), paragraph("never")]);
    const made = anchor(rationale, 0, 7, 12);
    textIn(rationale, 0).delete(11, 1);
    expect(spanOf(rationale, made)).toEqual(span(0, 7, 11));
  });

  it("begins and ends at letters, wherever the selection does", () => {
    const { rationale } = newDoc();
    const made = anchor(rationale, 0, 3, 0, 2);
    expect(spanOf(rationale, made)).toEqual(span(1, 0, 20));
    const blanks = anchor(rationale, 1, 2, 7);
    expect(blanks.quote).toBe("was");
    expect(spanOf(rationale, blanks)).toEqual(span(1, 3, 6));
    expect(anchorFor(rationale, span(1, 2, 3))).toBeNull();
    expect(anchorFor(rationale, span(1, 5, 5))).toBeNull();
    expect(anchorFor(rationale, span(0, 3, 0, 1))).toBeNull();
    expect(anchorFor(newDoc([]).rationale, span(0, 0, 5))).toBeNull();
  });

  it("that no editor made leads nowhere", () => {
    const { rationale } = newDoc();
    const made = { ...anchor(rationale, 1, 7, 12), quote: "" };
    for (const from of [
      "",
      "{}",
      "7",
      '{"item":{"client":1,"clock":99}}',
      '{"type":{"client":-1,"clock":-5}}',
      '{"tname":"summary"}',
      '{"tname":"other"}',
    ]) {
      expect(spanOf(rationale, { ...made, from })).toBeNull();
    }
  });
});

describe("threads", () => {
  it("stand in the order of the page, and those that lost their place at the end", () => {
    const { doc, rationale } = newDoc();
    for (const id of ["x", "y", "gone"]) addEvidence(doc, { id });
    const field = (name: "summary" | "rating" | "rationale"): CommentAnchor => ({
      kind: "field",
      field: name,
    });
    const card = (id: string): CommentAnchor => ({ kind: "field", field: "evidence", card: id });
    const lost = anchor(rationale, 2, 0, 6);
    const anchors: CommentAnchor[] = [
      card("gone"),
      card("y"),
      lost,
      anchor(rationale, 3, 0, 3),
      card("x"),
      anchor(rationale, 1, 3, 12),
      field("rationale"),
      field("summary"),
      field("rating"),
    ];
    const threads = anchors.map((it, index): Thread => ({
      id: String(index),
      anchor: it,
      replacement: null,
      comments: [],
      resolution: null,
    }));
    rationale.delete(2, 1);
    removeEvidence(doc, "gone");
    const placed = placeThreads(doc, threads);
    expect(placed.map(({ id }) => id)).toEqual(["8", "7", "6", "5", "3", "4", "1", "0", "2"]);
    expect(placed.filter(({ isOrphan }) => isOrphan).map(({ id }) => id)).toEqual(["0", "2"]);
  });
});

describe("words beside footnotes and in tables", () => {
  const cell = (words: string) => ({
    blocks: [{ type: "paragraph" as const, runs: [{ text: words }] }],
  });
  const blocks: RichText = [
    {
      type: "paragraph",
      runs: [{ footnote: "a" }, { text: "It was so." }, { footnote: "b" }, { text: " Then." }],
    },
    {
      type: "table",
      rows: [
        [cell("Year"), cell("Votes cast")],
        [cell("2024"), cell("31")],
      ],
    },
    paragraph("After it."),
  ];

  it("are found where they stand, cell by cell in reading order", () => {
    const { rationale } = newDoc(blocks);
    expect(blocksOf(rationale).map(textOf)).toEqual([
      "†It was so.† Then.",
      "Year",
      "Votes cast",
      "2024",
      "31",
      "After it.",
    ]);
    const made = anchor(rationale, 2, 0, 5);
    expect(made.quote).toBe("Votes");
    expect(spanOf(rationale, made)).toEqual(span(2, 0, 5));
  });

  it("begin and end at letters, and may have a footnote between them", () => {
    const { rationale } = newDoc(blocks);
    expect(anchor(rationale, 0, 0, 12).quote).toBe("It was so.");
    const both = anchor(rationale, 0, 0, 18);
    expect(both.quote).toBe("It was so.† Then.");
    expect(spanOf(rationale, both)).toEqual(span(0, 1, 18));
  });

  it("are none where a footnote alone is selected", () => {
    const { rationale } = newDoc(blocks);
    expect(anchorFor(rationale, span(0, 11, 12))).toBeNull();
    expect(proposalAnchor(rationale, span(0, 11, 12)).ok).toBe(false);
  });

  it("cannot be replaced across cells", () => {
    const { rationale } = newDoc(blocks);
    expect(proposalAnchor(rationale, span(2, 0, 10)).ok).toBe(true);
    expect(proposalAnchor(rationale, span(1, 0, 5, 2)).ok).toBe(false);
  });

  it("that are replaced leave their footnote", () => {
    const { rationale } = newDoc(blocks);
    replaceWords(rationale, span(0, 1, 18), "Other words.");
    expect(blocksOf(rationale).map(textOf)[0]).toBe("†Other words.†");
  });
});

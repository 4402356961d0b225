import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { authorshipOf } from "~/collab/history/authorship";
import { restoreDraft } from "~/collab/history/restore";
import { changeRationale, readRationale, writeRationale } from "~/collab/rationale";
import { addEvidence, moveEvidence, readDraft, reviewParts } from "~/collab/review-document";
import { richTextSchema, type RichText, type TableCell } from "~/domain/verdict/rich-text";

const cell = (text: string, header = false): TableCell => ({
  ...(header ? { header: true as const } : {}),
  blocks: [{ type: "paragraph", runs: text === "" ? [] : [{ text }] }],
});
const table: RichText = [
  {
    type: "table",
    rows: [
      [cell("Year", true), cell("Votes", true)],
      [cell("2024"), cell("31")],
    ],
  },
];
const noted: RichText = [
  { type: "paragraph", runs: [{ text: "It was so." }, { footnote: "a" }, { text: " And so." }] },
];

function newDoc(blocks: RichText) {
  const doc = new Y.Doc();
  const { rationale } = reviewParts(doc);
  writeRationale(rationale, blocks);
  return { doc, rationale };
}

const rowsOf = (rationale: Y.XmlFragment) => {
  const first = rationale.get(0);
  if (!(first instanceof Y.XmlElement)) throw new Error("there is no table");
  return first.toArray().filter((row) => row instanceof Y.XmlElement);
};

describe("a table", () => {
  it("whose rows have come to differ in length is read with all of them as long as the longest", () => {
    const { rationale } = newDoc(table);
    rowsOf(rationale)[1]?.delete(0, 1);
    expect(readRationale(rationale)).toEqual([
      {
        type: "table",
        rows: [
          [cell("Year", true), cell("Votes", true)],
          [cell("31"), cell("")],
        ],
      },
    ]);
    rowsOf(rationale)[0]?.delete(0, 1);
    expect(readRationale(rationale)).toMatchObject([{ rows: [[{ header: true }], [{}]] }]);
  });

  it("keeps the words of what a cell cannot hold", () => {
    const { rationale } = newDoc(table);
    const inner = new Y.XmlElement("tableCell");
    const quote = new Y.XmlElement("blockquote");
    const heading = new Y.XmlElement("heading");
    rowsOf(rationale)[1]?.insert(0, [inner]);
    inner.insert(0, [quote]);
    quote.insert(0, [heading]);
    heading.insert(0, [new Y.XmlText("Kept")]);
    const read = readRationale(rationale);
    expect(JSON.stringify(read)).toContain("Kept");
    expect(richTextSchema.safeParse(read).success).toBe(true);
  });

  it("without a cell is none", () => {
    const { rationale } = newDoc([]);
    const empty = new Y.XmlElement("table");
    empty.insert(0, [new Y.XmlElement("tableRow")]);
    rationale.insert(0, [empty, new Y.XmlElement("table")]);
    expect(readRationale(rationale)).toEqual([]);
  });

  it("that is the same in an earlier version is left as it is when that comes back", () => {
    const { rationale } = newDoc([...table, ...noted]);
    const before = rationale.get(0);
    changeRationale(rationale, [...table, { type: "paragraph", runs: [{ text: "Other." }] }]);
    expect(rationale.get(0)).toBe(before);
  });
});

describe("a footnote", () => {
  it("that names nothing is left out", () => {
    const { rationale } = newDoc(noted);
    const paragraph = rationale.get(0);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error("there is no paragraph");
    const footnote = paragraph.get(1);
    if (!(footnote instanceof Y.XmlElement)) throw new Error("there is no footnote");
    footnote.removeAttribute("card");
    expect(readRationale(rationale)).toEqual([
      { type: "paragraph", runs: [{ text: "It was so. And so." }] },
    ]);
  });

  it("comes back with an earlier version", () => {
    const { doc, rationale } = newDoc(noted);
    addEvidence(doc, { id: "a" });
    const draft = readDraft(doc);
    writeRationale(rationale, []);
    restoreDraft(doc, draft);
    expect(readDraft(doc).rationale).toEqual(noted);
  });

  it("stands behind the sentence before it in who wrote what, with the number that it has now", () => {
    const { doc } = newDoc(noted);
    addEvidence(doc, { id: "a" });
    addEvidence(doc, { id: "b" });
    moveEvidence(doc, "a", 1);
    const origins = new Map([[doc.clientID, [{ until: 1_000, author: "ann", at: "2026-01-01" }]]]);
    const written = authorshipOf(doc, origins).flatMap(({ sentences }) => sentences);
    expect(written.map(({ text }) => text)).toEqual(["It was so.[2]", "And so."]);
    expect(written.every(({ authors }) => authors[0]?.share === 1)).toBe(true);
  });
});

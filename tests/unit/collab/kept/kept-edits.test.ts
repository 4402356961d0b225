import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { acceptProposal } from "~/collab/comments/accept-proposal";
import { readDiscussion } from "~/collab/comments/discussion";
import { blocksOf, textOf } from "~/collab/comments/rationale-blocks";
import { editComment, startThread } from "~/collab/comments/write-comments";
import { keptEdits, type KeptEdits } from "~/collab/kept/kept-edits";
import { keptText } from "~/collab/kept/kept-text";
import { keptThreads, proposeKept } from "~/collab/kept/kept-threads";
import {
  addEvidence,
  readDraft,
  reviewParts,
  setRating,
  writeDraft,
} from "~/collab/review-document";

const paragraph = (text: string) => ({ type: "paragraph" as const, runs: [{ text }] });
const at = "2026-11-27T10:00:00.000Z";

/** A review, and a copy of it on the device of somebody who goes on writing alone. */
function reviewAndCopy(...texts: string[]) {
  const review = new Y.Doc();
  writeDraft(review, {
    rating: "false",
    summary: "No.",
    rationale: texts.map(paragraph),
    evidence: [],
  });
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(review));
  const kept = (): KeptEdits | null => keptEdits(Y.encodeStateAsUpdate(copy), review);
  return { review, copy, kept };
}

function textIn(doc: Y.Doc, block: number): Y.XmlText {
  const text = blocksOf(reviewParts(doc).rationale)[block]?.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("there is no such paragraph");
  return text;
}

function some(kept: KeptEdits | null): KeptEdits {
  if (kept === null) throw new Error("nothing was kept");
  return kept;
}

const texts = (doc: Y.Doc) => blocksOf(reviewParts(doc).rationale).map(textOf);

describe("kept edits", () => {
  it("are none where the review has all of the copy, and more", () => {
    const { review, kept } = reviewAndCopy("One.");
    expect(kept()).toBeNull();
    textIn(review, 0).insert(0, "And ");
    expect(kept()).toBeNull();
  });

  it("are shown in the review as it stands, beside what others wrote since", () => {
    const { review, copy, kept } = reviewAndCopy("One.", "Two.");
    textIn(copy, 0).insert(4, " Mine.");
    setRating(copy, "mostly_false");
    textIn(review, 1).insert(4, " Theirs.");
    const { wanted, paragraphs, isWhole } = some(kept());
    expect(paragraphs).toEqual(["One. Mine.", "Two. Theirs."]);
    expect(wanted.rating).toBe("mostly_false");
    expect(isWhole).toBe(true);
  });

  it("are shown as they were last seen where their paragraph is gone: no word is lost", () => {
    const { review, copy, kept } = reviewAndCopy("One.", "Two.");
    textIn(copy, 0).insert(4, " Mine.");
    reviewParts(review).rationale.delete(0, 1);
    const { paragraphs, isWhole } = some(kept());
    expect(isWhole).toBe(false);
    expect(paragraphs).toEqual(["One. Mine.", "Two."]);
    expect(keptText(some(kept()))).toContain("One. Mine.");
  });

  it("are deletions and unsent comments too", () => {
    const { copy, kept } = reviewAndCopy("One.", "Two.");
    textIn(copy, 0).delete(0, 4);
    expect(some(kept()).paragraphs).toEqual(["", "Two."]);
    const other = reviewAndCopy("One.");
    startThread(
      other.copy,
      { kind: "field", field: "summary" },
      { id: "c", author: "ana", at, words: "Why?", mentions: [] },
    );
    expect(some(other.kept()).comments).toMatchObject([{ words: "Why?" }]);
    expect(keptText(some(other.kept()))).toContain("Why?");
    Y.applyUpdate(other.review, some(other.kept()).update);
    editComment(other.copy, "c", { words: "Why not?", mentions: [], at });
    expect(some(other.kept()).comments).toMatchObject([{ words: "Why not?" }]);
  });

  it("put into the review leave nothing behind", () => {
    const { review, copy, kept } = reviewAndCopy("One.");
    textIn(copy, 0).insert(0, "Mine. ");
    addEvidence(copy, { id: "e", title: "Minutes" });
    const { update, wanted } = some(kept());
    Y.applyUpdate(review, update);
    expect(readDraft(review)).toEqual(wanted);
    expect(kept()).toBeNull();
  });
});

describe("kept edits as threads", () => {
  it("are proposals for the paragraphs that changed, which make the text when accepted", () => {
    const { review, copy, kept } = reviewAndCopy("The council said no.", "It rained.");
    textIn(copy, 0).insert("The council".length, " of the town");
    textIn(copy, 1).delete(0, "It rained.".length);
    const { paragraphs } = some(kept());
    expect(proposeKept(review, some(kept()), "ana", at)).toBe(2);
    for (const { id, anchor, replacement } of readDiscussion(review)) {
      expect(replacement).not.toBeNull();
      const seen = anchor.kind === "words" ? anchor.quote : "";
      expect(acceptProposal(review, id, { by: "ben", at, seen })).toBe("accepted");
    }
    expect(texts(review)).toEqual(paragraphs);
  });

  it("are remarks for what cannot be proposed: paragraphs that came, and every other field", () => {
    const { review, copy, kept } = reviewAndCopy("One.");
    writeDraft(copy, {
      ...readDraft(copy),
      rating: "true",
      summary: "Yes.",
      rationale: [paragraph("One."), paragraph("A new one.")],
    });
    addEvidence(copy, { id: "e", title: "Minutes", url: "https://council.example/" });
    const threads = keptThreads(review, some(kept()));
    expect(threads.map(({ anchor }) => anchor.kind === "field" && anchor.field)).toEqual(
      expect.arrayContaining(["rating", "summary", "rationale"]),
    );
    const said = threads.map((thread) => (thread.kind === "remark" ? thread.words : ""));
    for (const words of ["True", "Yes.", "A new one.", "https://council.example/"]) {
      expect(said.join("\n")).toContain(words);
    }
  });

  it("lose nothing of what is long, and are nothing where only looks differ", () => {
    const { review, copy, kept } = reviewAndCopy("One.");
    const long = "word ".repeat(2_000).trim();
    startThread(
      copy,
      { kind: "field", field: "summary" },
      { id: "c", author: "ana", at, words: long, mentions: [] },
    );
    const words = keptThreads(review, some(kept())).map((thread) =>
      thread.kind === "remark" ? thread.words : "",
    );
    expect(words.join("")).toBe(long);

    const bold = reviewAndCopy("One.");
    textIn(bold.copy, 0).format(0, 3, { bold: {} });
    expect(keptThreads(bold.review, some(bold.kept()))).toEqual([]);
  });

  it("of two people who only took the same words out are two", () => {
    const { review, copy, kept } = reviewAndCopy("One.", "Two.");
    textIn(copy, 0).delete(0, 4);
    const edits = some(kept());
    for (const author of ["ana", "ben"]) proposeKept(review, edits, author, at);
    expect(readDiscussion(review)).toHaveLength(2);
  });

  it("are made once, however often and in how many tabs it is asked for", () => {
    const { review, copy, kept } = reviewAndCopy("One.");
    textIn(copy, 0).insert(4, " Mine.");
    const tab = new Y.Doc();
    Y.applyUpdate(tab, Y.encodeStateAsUpdate(review));
    const edits = some(kept());
    proposeKept(review, edits, "ana", at);
    proposeKept(review, edits, "ana", at);
    proposeKept(tab, edits, "ana", at);
    Y.applyUpdate(review, Y.encodeStateAsUpdate(tab));
    expect(readDiscussion(review)).toHaveLength(1);
  });
});

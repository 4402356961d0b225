import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { acceptProposal } from "~/collab/comments/accept-proposal";
import { readDiscussion } from "~/collab/comments/discussion";
import { DiscussionWatch } from "~/collab/comments/discussion-watch";
import { removeDoubles } from "~/collab/comments/double-acceptance";
import { blocksOf } from "~/collab/comments/rationale-blocks";
import {
  declineProposal,
  proposeChange,
  reopenThread,
  withdrawProposal,
} from "~/collab/comments/write-comments";
import { readRationale, writeRationale } from "~/collab/rationale";
import { reviewParts } from "~/collab/review-document";
import type { RichText } from "~/domain/verdict/rich-text";

import { anchorAt, at, proposed, textIn } from "./proposal";

const rationale: RichText = [
  {
    type: "paragraph",
    runs: [{ text: "It was " }, { text: "never", bold: true }, { text: " signed, they say." }],
  },
  { type: "paragraph", runs: [{ text: "A second paragraph." }] },
];

function asking(words: string, replacement: string, blocks = rationale) {
  const doc = new Y.Doc();
  writeRationale(reviewParts(doc).rationale, blocks);
  proposeChange(doc, anchorAt(doc, words), replacement, proposed("p", "ana"));
  return doc;
}

const accept = (doc: Y.Doc, seen: string, by = "ben") => acceptProposal(doc, "p", { by, at, seen });

function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(...docs: Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
}

const firstText = (doc: Y.Doc): Y.XmlText => {
  const text = blocksOf(reviewParts(doc).rationale)[0]?.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error("there is no text");
  return text;
};

describe("accepting a proposal", () => {
  it("puts its words where the old ones stood, which look like the first of them, and says by whom", () => {
    const doc = asking("never signed", "signed in secret");
    let transactions = 0;
    doc.on("afterTransaction", ({ changed }: Y.Transaction) => {
      if (changed.size > 0) transactions += 1;
    });
    expect(accept(doc, "never signed")).toBe("accepted");
    expect(transactions).toBe(1);
    expect(readRationale(reviewParts(doc).rationale)[0]).toEqual({
      type: "paragraph",
      runs: [
        { text: "It was " },
        { text: "signed in secret", bold: true },
        { text: ", they say." },
      ],
    });
    expect(readDiscussion(doc)).toMatchObject([
      { replacement: "signed in secret", resolution: { state: "accepted", by: "ben", at } },
    ]);
    expect(new DiscussionWatch(doc).getSnapshot()).toMatchObject([
      { isOrphan: false, wordsNow: null },
    ]);
  });

  it.each([
    ["never", "It was signed, they say."],
    ["they say", "It was never signed,."],
    ["It", "was never signed, they say."],
    ["signed, they say.", "It was never"],
  ])("takes %s out with one of the blanks around it", (words, left) => {
    const doc = asking(words, "");
    expect(accept(doc, words)).toBe("accepted");
    expect(textIn(doc).split("\n")[0]).toBe(left);
  });

  it("cuts no letter in half", () => {
    const doc = asking("😀 here", "🎉", [{ type: "paragraph", runs: [{ text: "x 😀 here" }] }]);
    accept(doc, "😀 here");
    expect(textIn(doc)).toBe("x 🎉");
  });

  it("does nothing when the words are not those that were seen, and takes what is there when they are", () => {
    const doc = asking("never signed", "signed");
    firstText(doc).insert("It was nev".length, "-");
    expect(new DiscussionWatch(doc).getSnapshot()).toMatchObject([{ wordsNow: "nev-er signed" }]);
    expect(accept(doc, "never signed")).toBe("changed");
    expect(textIn(doc)).toContain("nev-er signed");
    expect(accept(doc, "nev-er signed")).toBe("accepted");
    expect(textIn(doc)).toContain("It was signed, they say.");
  });

  it("does nothing when the words are gone or stand in two paragraphs", () => {
    const doc = asking("never signed", "signed");
    firstText(doc).delete(0, firstText(doc).length);
    expect(accept(doc, "never signed")).toBe("gone");
    const other = asking("never signed", "signed");
    proposeChange(
      other,
      { ...anchorAt(other, "they say"), to: anchorAt(other, "A second").to },
      "x",
      proposed("q", "ana"),
    );
    expect(acceptProposal(other, "q", { by: "ben", at, seen: "they say.\nA second" })).toBe(
      "divided",
    );
  });

  it("happens once, and not after it was declined or withdrawn", () => {
    const doc = asking("never", "once");
    accept(doc, "never");
    expect(accept(doc, "once", "cem")).toBe("settled");
    declineProposal(doc, "p", { by: "cem", at, word: "No" });
    expect(readDiscussion(doc)[0]?.resolution).toEqual({ state: "accepted", by: "ben", at });

    const declined = asking("never", "once");
    declineProposal(declined, "p", { by: "cem", at, word: "No" });
    expect(readDiscussion(declined)[0]?.resolution).toMatchObject({ by: "cem", word: "No" });
    expect(accept(declined, "never")).toBe("settled");
    reopenThread(declined, "p", "ana", at);
    withdrawProposal(declined, "p", "ana", at);
    expect(accept(declined, "never")).toBe("settled");
    expect(textIn(declined)).toContain("never");
  });
});

describe("two people accepting at once", () => {
  const twice = (replacement: string, ids: [number, number]) => {
    const doc = asking("never signed", replacement);
    const [ben, cem] = [copyOf(doc, ids[0]), copyOf(doc, ids[1])];
    accept(ben, "never signed", "ben");
    accept(cem, "never signed", "cem");
    return { ben, cem };
  };

  it.each<[number, number]>([
    [11, 22],
    [22, 11],
  ])("leaves the words there once, in the name on record (%i, %i)", (...ids) => {
    const { ben, cem } = twice("signed", ids);
    merge(ben, cem);
    expect(textIn(ben)).toContain("signedsigned");
    expect(removeDoubles(ben)).toEqual(["p"]);
    expect(removeDoubles(cem)).toEqual(["p"]);
    merge(ben, cem);
    for (const doc of [ben, cem]) {
      expect(textIn(doc)).toContain("It was signed, they say.");
      expect(removeDoubles(doc)).toEqual([]);
    }
    expect(readDiscussion(ben)).toEqual(readDiscussion(cem));
  });

  it("does so for three, whoever hears of whom first", () => {
    const doc = asking("never signed", "signed");
    const [a, b, c] = [copyOf(doc, 1), copyOf(doc, 2), copyOf(doc, 3)];
    for (const each of [a, b, c]) accept(each, "never signed", String(each.clientID));
    const [early, late] = [copyOf(a, 4), copyOf(b, 5)];
    merge(early, b);
    merge(late, c);
    removeDoubles(early);
    removeDoubles(late);
    merge(a, b, c, early, late);
    for (const each of [a, early]) removeDoubles(each);
    merge(a, b, c, early, late);
    expect(textIn(c)).toContain("It was signed, they say.");
  });

  it("leaves what somebody typed there themselves", () => {
    const doc = asking("never signed", "signed");
    accept(doc, "never signed");
    const cem = copyOf(doc, 99);
    firstText(cem).insert("It was ".length, "signed");
    firstText(cem).insert("It was signedsigned".length, "signed");
    expect(removeDoubles(cem)).toEqual([]);
    expect(textIn(cem)).toContain("signedsignedsigned");
  });

  it("takes words out once", () => {
    const { ben, cem } = twice("", [11, 22]);
    merge(ben, cem);
    expect(removeDoubles(ben)).toEqual([]);
    expect(textIn(ben)).toContain("It was, they say.");
  });

  it("counts an acceptance over what somebody else decided at the same time", () => {
    const doc = asking("never signed", "signed");
    const [ben, cem] = [copyOf(doc, 1), copyOf(doc, 2)];
    accept(ben, "never signed");
    declineProposal(cem, "p", { by: "cem", at, word: "No" });
    merge(ben, cem);
    expect(readDiscussion(cem)[0]?.resolution?.state).toBe("accepted");
  });
});

import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { readDiscussion } from "~/collab/comments/discussion";
import {
  editComment,
  removeComment,
  reopenThread,
  reply,
  resolveThread,
  startThread,
} from "~/collab/comments/write-comments";
import { reviewParts, writeDraft } from "~/collab/review-document";
import type { CommentAnchor } from "~/domain/review/discussion";

import { completeDraft } from "../../../support/drafts";

const summary: CommentAnchor = { kind: "field", field: "summary" };
const at = (second: number) => new Date(Date.UTC(2026, 10, 27, 10, 0, second)).toISOString();
const comment = (id: string, author = "ann", second = 0) => ({
  id,
  author,
  at: at(second),
  words: `Words of ${id}`,
  mentions: [],
});

function newDoc(): Y.Doc {
  const doc = new Y.Doc();
  reviewParts(doc);
  return doc;
}

describe("a discussion", () => {
  it("reads back what was written, threads and answers in order", () => {
    const doc = newDoc();
    startThread(doc, summary, comment("b", "ann", 2));
    startThread(doc, { kind: "field", field: "evidence", card: "x" }, comment("a", "ben", 1));
    reply(doc, "b", { ...comment("c", "ben", 3), mentions: ["ann"] });
    expect(readDiscussion(doc)).toMatchObject([
      { id: "a", anchor: { field: "evidence", card: "x" }, resolution: null },
      {
        id: "b",
        anchor: summary,
        comments: [
          { id: "b", author: "ann", words: "Words of b", editedAt: null, isRemoved: false },
          { id: "c", author: "ben", mentions: ["ann"] },
        ],
      },
    ]);
  });

  it("never puts an answer before what it answers, whatever the clock of its author says", () => {
    const doc = newDoc();
    startThread(doc, summary, comment("a", "ann", 30));
    reply(doc, "a", comment("b", "ben", 1));
    expect(readDiscussion(doc)[0]?.comments.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("is resolved and reopened by name, and the last one counts", () => {
    const doc = newDoc();
    startThread(doc, summary, comment("a"));
    resolveThread(doc, "a", "ben", at(5));
    expect(readDiscussion(doc)[0]?.resolution).toEqual({ state: "resolved", by: "ben", at: at(5) });
    reopenThread(doc, "a", "ann", at(6));
    expect(readDiscussion(doc)[0]?.resolution).toEqual({ state: "reopened", by: "ann", at: at(6) });
  });

  it("shows an edited comment as edited, and of one taken back only that it was there", () => {
    const doc = newDoc();
    startThread(doc, summary, comment("a"));
    reply(doc, "a", comment("b", "ben", 1));
    editComment(doc, "b", { words: "Better", mentions: [], at: at(9) });
    removeComment(doc, "a");
    expect(readDiscussion(doc)[0]?.comments).toMatchObject([
      { isRemoved: true, words: "", mentions: [] },
      { isRemoved: false, words: "Better", editedAt: at(9) },
    ]);
    removeComment(doc, "b");
    expect(readDiscussion(doc)).toEqual([]);
  });

  it("leaves out what is no comment, and stays when the draft is written anew", () => {
    const doc = newDoc();
    startThread(doc, summary, comment("a"));
    const { comments } = reviewParts(doc);
    comments.set("text", "words");
    comments.set("empty", new Y.Map());
    reply(doc, "no such thread", comment("lost"));
    writeDraft(doc, completeDraft());
    expect(readDiscussion(doc).map(({ id }) => id)).toEqual(["a"]);
  });
});

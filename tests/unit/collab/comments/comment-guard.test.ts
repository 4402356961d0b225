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
import type { Limits } from "~/collab/limits";
import { closeCode } from "~/collab/protocol";
import { setRating } from "~/collab/review-document";

import { Desk } from "../desk";
import type { TestClient } from "../test-client";

const anchor = { kind: "field", field: "summary" } as const;
const at = "2026-11-27T10:00:00.000Z";
const comment = (id: string, author: string, words = `Words of ${id}`) => ({
  id,
  author,
  at,
  words,
  mentions: [],
});
const entryOf = (client: TestClient, id: string): Y.Map<unknown> => {
  const entry = client.doc.getMap("comments").get(id);
  if (!(entry instanceof Y.Map)) throw new Error(`there is no comment ${id}`);
  return entry;
};

/** Ann has commented; Ben is in the room as well. */
async function annCommented(limits: Partial<Limits> = {}) {
  const desk = new Desk(limits);
  const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
  startThread(ann.doc, anchor, { ...comment("a", "ann"), mentions: ["dan"] });
  await desk.settle();
  expect(readDiscussion(ben.doc)).toHaveLength(1);
  return { desk, ann, ben };
}

describe("everybody who may write in a review", () => {
  it("comments, answers, resolves and reopens", async () => {
    const { desk, ann, ben } = await annCommented();
    reply(ben.doc, "a", comment("b", "ben"));
    resolveThread(ben.doc, "a", "ben", at);
    await desk.settle();
    reopenThread(ann.doc, "a", "ann", at);
    editComment(ann.doc, "a", { words: "Better", mentions: ["ben"], at });
    await desk.settle();
    expect(ben.closed).toBeNull();
    expect(ann.closed).toBeNull();
    expect(readDiscussion(ben.doc)).toMatchObject([
      { comments: [{ words: "Better" }, { author: "ben" }], resolution: { state: "reopened" } },
    ]);
    expect(ann.allSaved && ben.allSaved).toBe(true);
  });

  it("takes a comment of their own back, also from another window", async () => {
    const { desk, ben } = await annCommented();
    const again = await desk.join("ann");
    removeComment(again.doc, "a");
    await desk.settle();
    expect(again.closed).toBeNull();
    expect(readDiscussion(ben.doc)).toEqual([]);
  });

  it("tells the storage whom a comment mentions, once for each comment", async () => {
    const { desk, ann } = await annCommented();
    reply(ann.doc, "a", { ...comment("b", "ann"), mentions: ["ben", "cat"] });
    await desk.settle();
    ann.doc.getText("summary").insert(0, "x");
    await desk.settle();
    editComment(ann.doc, "a", { words: "@eve", mentions: ["eve"], at });
    await desk.settle();
    expect(desk.store.rows.get("c1")?.map(({ mentions }) => mentions)).toEqual([
      [{ comment: "a", person: "dan" }],
      [
        { comment: "b", person: "ben" },
        { comment: "b", person: "cat" },
      ],
      [],
      [{ comment: "a", person: "eve" }],
    ]);
  });
});

const inAnothersName: [string, (ben: TestClient) => void][] = [
  [
    "a comment under another person’s id",
    ({ doc }) => startThread(doc, anchor, comment("x", "ann")),
  ],
  ["an answer under another person’s id", ({ doc }) => reply(doc, "a", comment("x", "ann"))],
  [
    "a comment of nobody",
    ({ doc }) => void doc.getMap("comments").set("x", new Y.Map([["at", at]])),
  ],
  [
    "a comment without words",
    ({ doc }) => {
      const entry = new Y.Map<unknown>(Object.entries({ author: "ben", at, anchor }));
      doc.getMap("comments").set("x", entry);
    },
  ],
  [
    "a comment about nothing",
    ({ doc }) => {
      const { author, words } = comment("x", "ben");
      doc.getMap("comments").set("x", new Y.Map(Object.entries({ author, at, words })));
    },
  ],
  [
    "a comment that is about something and answers something",
    ({ doc }) => {
      const { author, words } = comment("x", "ben");
      const entry = new Y.Map<unknown>(Object.entries({ author, at, words, anchor, thread: "a" }));
      doc.getMap("comments").set("x", entry);
    },
  ],
  [
    "other words for another person’s comment",
    ({ doc }) => editComment(doc, "a", { words: "I was wrong", mentions: [], at }),
  ],
  ["another person’s comment taken back", ({ doc }) => removeComment(doc, "a")],
  ["another person’s comment hidden", (ben) => void entryOf(ben, "a").set("removed", true)],
  ["another person’s words deleted", (ben) => entryOf(ben, "a").delete("words")],
  ["another person’s comment deleted", ({ doc }) => doc.getMap("comments").delete("a")],
  ["another person’s comment replaced", ({ doc }) => startThread(doc, anchor, comment("a", "ben"))],
  ["another author for a comment", (ben) => void entryOf(ben, "a").set("author", "ben")],
  [
    "another place for a comment",
    (ben) => void entryOf(ben, "a").set("anchor", { kind: "field", field: "rating" }),
  ],
  [
    "mentions in another person’s comment",
    (ben) => void entryOf(ben, "a").set("mentions", ["cat"]),
  ],
  ["nobody mentioned in another person’s comment", (ben) => entryOf(ben, "a").delete("mentions")],
  ["a thread resolved in another’s name", ({ doc }) => resolveThread(doc, "a", "ann", at)],
];

describe("what is somebody else’s", () => {
  it.each(inAnothersName)("stays as it is: %s", async (_name, attack) => {
    const { desk, ann, ben } = await annCommented();
    const before = readDiscussion(ann.doc);
    attack(ben);
    await desk.settle();
    expect(ben.closed).toEqual({ code: closeCode.badMessage, reason: "foreign comment" });
    expect(desk.store.refusedWrites).toEqual(["ben c1 comment"]);
    expect(readDiscussion(ann.doc)).toEqual(before);
    expect((await desk.rooms.currentReview("c1"))?.discussion).toEqual(before);
    expect(desk.store.rows.get("c1")).toHaveLength(1);
  });

  it("is not forgotten: who resolved a thread, and where one’s own comment belongs", async () => {
    const { desk, ann, ben } = await annCommented();
    resolveThread(ben.doc, "a", "ben", at);
    await desk.settle();
    entryOf(ann, "a").delete("resolution");
    await desk.settle();
    expect(ann.closed?.code).toBe(closeCode.badMessage);
    for (const change of [
      (again: TestClient) => entryOf(again, "a").delete("words"),
      (again: TestClient) => entryOf(again, "a").delete("anchor"),
      (again: TestClient) => void entryOf(again, "a").set("at", "2020-01-01T00:00:00.000Z"),
      (again: TestClient) => void entryOf(again, "a").set("thread", "elsewhere"),
      (again: TestClient) => again.doc.getMap("comments").delete("a"),
    ]) {
      const again = await desk.join("ann");
      change(again);
      await desk.settle();
      expect(again.closed?.code).toBe(closeCode.badMessage);
    }
    expect(readDiscussion(ben.doc)).toMatchObject([{ resolution: { by: "ben" } }]);
  });

  it("only the first comment of a thread can be resolved", async () => {
    const { desk, ben } = await annCommented();
    reply(ben.doc, "a", comment("b", "ben"));
    await desk.settle();
    resolveThread(ben.doc, "b", "ben", at);
    await desk.settle();
    expect(ben.closed?.code).toBe(closeCode.badMessage);
  });
});

describe("the shape and the size of a comment", () => {
  it.each<[string, string, unknown]>([
    ["words that are no text", "words", 7],
    ["a time that is none", "editedAt", "yesterday"],
    ["mentions that are no list", "mentions", "ben"],
    ["more mentions than a comment may have", "mentions", Array(21).fill("ben")],
    ["a resolution without a name", "resolution", { state: "resolved", at }],
    ["a field that is not known", "color", "red"],
    ["words as a shared text", "words", new Y.Text("typed")],
  ])("is kept: %s", async (_name, field, value) => {
    const { desk, ann } = await annCommented();
    entryOf(ann, "a").set(field, value);
    await desk.settle();
    expect(ann.closed?.code).toBe(closeCode.badMessage);
  });

  it("is limited to so many bytes, with words for the person", async () => {
    const { desk, ann } = await annCommented();
    editComment(ann.doc, "a", { words: "€".repeat(3_413), mentions: [], at });
    await desk.settle();
    expect(ann.closed).toBeNull();
    editComment(ann.doc, "a", { words: "€".repeat(3_414), mentions: [], at });
    await desk.settle();
    expect(ann.closed).toEqual({ code: closeCode.tooLarge, reason: "a comment is too long" });
  });

  it("is limited to so many comments", async () => {
    const { desk, ann } = await annCommented({ comments: 3 });
    for (const id of ["b", "c"]) reply(ann.doc, "a", comment(id, "ann"));
    await desk.settle();
    expect(ann.closed).toBeNull();
    reply(ann.doc, "a", comment("d", "ann"));
    await desk.settle();
    expect(ann.closed).toEqual({ code: closeCode.tooLarge, reason: "too many comments" });
  });
});

describe("somebody who may only comment", () => {
  it("comments, and the row says that nothing else is in it", async () => {
    const { desk, ann } = await annCommented();
    const sam = await desk.join("sam", { right: "comment" });
    reply(sam.doc, "a", comment("s", "sam"));
    resolveThread(sam.doc, "a", "sam", at);
    await desk.settle();
    expect(sam.closed).toBeNull();
    expect(sam.allSaved).toBe(true);
    expect(readDiscussion(ann.doc)[0]?.comments).toHaveLength(2);
    expect(desk.store.rows.get("c1")?.map((row) => row.isCommentsOnly)).toEqual([false, true]);
  });

  it.each<[string, (sam: TestClient) => void]>([
    ["the summary", ({ doc }) => doc.getText("summary").insert(0, "x")],
    ["the rating", ({ doc }) => setRating(doc, "false")],
    ["words that go", ({ doc }) => doc.getText("summary").delete(0, 2)],
    [
      "the summary beside a comment",
      ({ doc }) =>
        doc.transact(() => {
          reply(doc, "a", comment("s", "sam"));
          doc.getText("summary").insert(0, "x");
        }),
    ],
  ])("changes nothing else: %s", async (_name, attack) => {
    const { desk, ann } = await annCommented();
    ann.doc.getText("summary").insert(0, "Draft");
    await desk.settle();
    const sam = await desk.join("sam", { right: "comment" });
    attack(sam);
    await desk.settle();
    expect(sam.closed).toEqual({ code: closeCode.noRight, reason: "comments only" });
    expect(desk.store.refusedWrites).toEqual(["sam c1 read_only"]);
    const now = await desk.rooms.currentReview("c1");
    expect(now?.draft).toMatchObject({ summary: "Draft", rating: null });
    expect(now?.discussion[0]?.comments).toHaveLength(1);
  });

  it("who may only read does not comment", async () => {
    const { desk, ann } = await annCommented();
    const rob = await desk.join("rob", { right: "read" });
    reply(rob.doc, "a", comment("r", "rob"));
    await desk.settle();
    expect(rob.closed?.code).toBe(closeCode.noRight);
    expect(readDiscussion(ann.doc)[0]?.comments).toHaveLength(1);
  });
});

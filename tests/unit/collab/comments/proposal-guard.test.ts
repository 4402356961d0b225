import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { acceptProposal } from "~/collab/comments/accept-proposal";
import { readDiscussion } from "~/collab/comments/discussion";
import {
  declineProposal,
  proposeChange,
  reopenThread,
  resolveThread,
  startThread,
  withdrawProposal,
} from "~/collab/comments/write-comments";
import { closeCode } from "~/collab/protocol";
import { writeRationale } from "~/collab/rationale";
import { reviewParts } from "~/collab/review-document";

import { Desk } from "../desk";
import type { TestClient } from "../test-client";
import { anchorAt, at, proposed, textIn } from "./proposal";

const entryOf = ({ doc }: TestClient, id = "p"): Y.Map<unknown> => {
  const entry = doc.getMap("comments").get(id);
  if (!(entry instanceof Y.Map)) throw new Error(`there is no comment ${id}`);
  return entry;
};
const accept = ({ doc }: TestClient, by: string, seen = "never") =>
  acceptProposal(doc, "p", { by, at, seen });

/** Ben leads; Ana, who may only comment, has proposed other words. */
async function anaProposed() {
  const desk = new Desk();
  const ben = await desk.join("ben");
  writeRationale(reviewParts(ben.doc).rationale, [
    { type: "paragraph", runs: [{ text: "It was never signed." }] },
  ]);
  await desk.settle();
  const ana = await desk.join("ana", { right: "comment" });
  proposeChange(ana.doc, anchorAt(ana.doc, "never"), "once", proposed("p", "ana", "See page 3."));
  startThread(ana.doc, { kind: "field", field: "summary" }, proposed("q", "ana", "Why?"));
  await desk.settle();
  expect(ana.closed).toBeNull();
  return { desk, ana, ben };
}

const lastMentions = (desk: Desk) => desk.store.rows.get("c1")?.at(-1)?.mentions;

describe("a proposal", () => {
  it("is made by who may only comment, and accepted by who may write; its author is told", async () => {
    const { desk, ana, ben } = await anaProposed();
    expect(accept(ben, "ben")).toBe("accepted");
    await desk.settle();
    expect(ben.closed).toBeNull();
    expect(textIn(ana.doc)).toBe("It was once signed.");
    expect(readDiscussion(ana.doc)).toMatchObject([
      { id: "p", resolution: { state: "accepted", by: "ben" } },
      { id: "q", replacement: null },
    ]);
    expect(lastMentions(desk)).toEqual([{ comment: "p", person: "ana", outcome: "accepted" }]);
  });

  it("is declined with a word, reopened, and withdrawn by its author", async () => {
    const { desk, ana, ben } = await anaProposed();
    declineProposal(ben.doc, "p", { by: "ben", at, word: "Page 3 says never." });
    await desk.settle();
    expect(lastMentions(desk)).toEqual([{ comment: "p", person: "ana", outcome: "declined" }]);
    reopenThread(ana.doc, "p", "ana", at);
    await desk.settle();
    expect(lastMentions(desk)).toEqual([]);
    withdrawProposal(ana.doc, "p", "ana", at);
    await desk.settle();
    expect([ana.closed, ben.closed]).toEqual([null, null]);
    expect(readDiscussion(ben.doc)[0]?.resolution).toMatchObject({ state: "withdrawn", by: "ana" });
    expect(textIn(ben.doc)).toContain("never");
  });

  it("is accepted by two at once, and both stay in the room", async () => {
    const { desk, ben } = await anaProposed();
    const cem = await desk.join("cem");
    accept(ben, "ben");
    accept(cem, "cem");
    await desk.settle();
    expect([ben.closed, cem.closed]).toEqual([null, null]);
    expect(readDiscussion(ben.doc)).toEqual(readDiscussion(cem.doc));
  });
});

const refused: [string, "ana" | "ben", (who: TestClient) => void][] = [
  ["other words than were proposed", "ana", (it) => void entryOf(it).set("replacement", "twice")],
  ["another’s proposed words", "ben", (it) => void entryOf(it).set("replacement", "twice")],
  ["words proposed no longer", "ana", (it) => entryOf(it).delete("replacement")],
  ["a comment made a proposal", "ana", (it) => void entryOf(it, "q").set("replacement", "x")],
  ["an acceptance in another’s name", "ben", (it) => void accept(it, "ana")],
  [
    "an acceptance of a comment",
    "ben",
    (it) => void entryOf(it, "q").set("accepted", { by: "ben", at }),
  ],
  ["a proposal resolved", "ben", ({ doc }) => resolveThread(doc, "p", "ben", at)],
  [
    "a comment declined",
    "ben",
    ({ doc }) => declineProposal(doc, "q", { by: "ben", at, word: "" }),
  ],
  [
    "a proposal declined in another’s name",
    "ben",
    ({ doc }) => declineProposal(doc, "p", { by: "ana", at, word: "" }),
  ],
  ["another’s proposal withdrawn", "ben", ({ doc }) => withdrawProposal(doc, "p", "ben", at)],
  ["a comment withdrawn", "ana", ({ doc }) => withdrawProposal(doc, "q", "ana", at)],
  [
    "a proposal about a field",
    "ana",
    ({ doc }) => {
      const fields = { ...proposed("x", "ana"), anchor: { kind: "field", field: "summary" } };
      const { author, words, anchor } = fields;
      const entry = Object.entries({ author, at, words, anchor, replacement: "x" });
      doc.getMap("comments").set("x", new Y.Map<unknown>(entry));
    },
  ],
  [
    "a reply that proposes",
    "ana",
    ({ doc }) => {
      const entry = { author: "ana", at, words: "", thread: "p", replacement: "x" };
      doc.getMap("comments").set("x", new Y.Map<unknown>(Object.entries(entry)));
    },
  ],
];

describe("is refused", () => {
  it.each(refused)("%s", async (_name, who, attack) => {
    const { desk, ana, ben } = await anaProposed();
    const before = readDiscussion(ana.doc);
    const attacker = who === "ana" ? ana : ben;
    attack(attacker);
    await desk.settle();
    expect(attacker.closed).toEqual({ code: closeCode.badMessage, reason: "foreign comment" });
    expect((await desk.rooms.currentReview("c1"))?.discussion).toEqual(before);
  });

  it.each<[string, (ana: TestClient) => void]>([
    ["accepting", (it) => void entryOf(it).set("accepted", { by: "ana", at })],
    ["accepting with the words", (it) => void accept(it, "ana")],
    ["declining", ({ doc }) => declineProposal(doc, "p", { by: "ana", at, word: "No" })],
  ])("%s without the right to write", async (_name, attack) => {
    const { desk, ana } = await anaProposed();
    attack(ana);
    await desk.settle();
    expect(ana.closed?.code).toBe(closeCode.noRight);
    const { discussion, draft } = (await desk.rooms.currentReview("c1")) ?? {};
    expect(discussion?.[0]?.resolution).toBeNull();
    expect(JSON.stringify(draft)).toContain("never");
  });

  it("an acceptance over another’s, or taken away", async () => {
    const { desk, ben } = await anaProposed();
    accept(ben, "ben");
    await desk.settle();
    for (const attack of [
      (it: TestClient) => void entryOf(it).set("accepted", { by: "cem", at }),
      (it: TestClient) => entryOf(it).delete("accepted"),
    ]) {
      const cem = await desk.join("cem");
      attack(cem);
      await desk.settle();
      expect(cem.closed?.code).toBe(closeCode.badMessage);
    }
    expect(readDiscussion(ben.doc)[0]?.resolution).toMatchObject({ by: "ben" });
  });

  it.each<[string, string, unknown]>([
    [
      "a word that is too long",
      "resolution",
      { state: "declined", by: "ben", at, word: "x".repeat(1_001) },
    ],
    ["a word where none belongs", "resolution", { state: "reopened", by: "ben", at, word: "x" }],
    [
      "an acceptance at no place",
      "accepted",
      { by: "ben", at, inserted: { client: -1, clock: 0 } },
    ],
  ])("%s", async (_name, field, value) => {
    const { desk, ben } = await anaProposed();
    entryOf(ben).set(field, value);
    await desk.settle();
    expect(ben.closed?.code).toBe(closeCode.badMessage);
  });

  it("more than 10 kB of words", async () => {
    const { desk, ana } = await anaProposed();
    const anchor = anchorAt(ana.doc, "signed");
    proposeChange(ana.doc, anchor, "x".repeat(10_240), proposed("r", "ana"));
    await desk.settle();
    expect(ana.closed).toBeNull();
    proposeChange(ana.doc, anchor, "x".repeat(10_241), proposed("s", "ana"));
    await desk.settle();
    expect(ana.closed?.code).toBe(closeCode.badMessage);
  });
});

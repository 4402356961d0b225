import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { closeCode } from "~/collab/protocol";
import { readDraft, setRating } from "~/collab/review-document";

import { Desk } from "./desk";
import { TestClient } from "./test-client";

const summaryOf = (client: TestClient) => client.doc.getText("summary").toJSON();
const type = (client: TestClient, text: string) => client.doc.getText("summary").insert(0, text);

describe("an edit", () => {
  it("is shown to others and acknowledged only when it is committed", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    desk.store.pause();
    type(ann, "Draft");
    await desk.turn();
    expect(desk.store.appends).toBe(1);
    expect(summaryOf(ben)).toBe("");
    expect(ann.allSaved).toBe(false);

    desk.store.resume();
    await desk.settle();
    expect(summaryOf(ben)).toBe("Draft");
    expect(ann.allSaved).toBe(true);
    expect(ann.head).toBe(1);
  });

  it("is bound to the person the server knows, and not sent back to its author", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    type(ann, "Draft");
    await desk.settle();
    expect(desk.store.rows.get("c1")).toMatchObject([
      { author: "ann", edits: 1, clientIds: [ann.doc.clientID] },
    ]);
    expect(ann.updatesReceived).toBe(0);
  });

  it("shares a commit with whatever came in while one was under way", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben", { claimId: "c2" })];
    desk.store.pause();
    type(ann, "a");
    await desk.turn();
    for (const letter of "bcdef") type(ann, letter);
    type(ben, "other room");
    await desk.turn();
    expect(desk.store.appends).toBe(1);
    desk.store.resume();
    await desk.settle();
    expect(desk.store.appends).toBe(2);
    expect(desk.store.rows.get("c1")?.map((row) => row.edits)).toEqual([1, 5]);
    expect(ann.allSaved && ben.allSaved).toBe(true);
  });

  it("reaches the author's other window", async () => {
    const desk = new Desk();
    const [one, two] = [await desk.join("ann"), await desk.join("ann")];
    type(one, "one");
    type(two, "two");
    await desk.settle();
    expect(summaryOf(one)).toBe(summaryOf(two));
    expect(summaryOf(one)).toHaveLength(6);
  });

  it("that only takes out what somebody else is taking out is acknowledged when it is committed", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    type(ann, "Draft");
    await desk.settle();
    desk.store.pause();
    for (const { doc } of [ann, ben]) doc.getText("summary").delete(0, 3);
    await desk.turn();
    expect(ben.allSaved).toBe(false);

    // Ann's does not come about, and Ben's does.
    desk.store.refusals.set("ann", "no_right");
    desk.store.resume();
    await desk.settle();
    expect(ben.allSaved).toBe(true);
    expect(summaryOf(await desk.join("late"))).toBe("ft");
  });

  it("that takes out what goes with somebody else's deletion of all around it is acknowledged when it is committed", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    const words = new Y.XmlText("Because");
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [words]);
    ben.doc.getXmlFragment("rationale").insert(0, [paragraph]);
    await desk.settle();
    ann.disconnect();
    ann.doc.getXmlFragment("rationale").delete(0, 1);
    words.insert(0, "x");
    await desk.settle();
    desk.store.pause();
    desk.store.refusals.set("ann", "no_right");
    ann.connect(await desk.room());
    await desk.turn();
    words.delete(0, 1);
    await desk.turn();
    expect(ben.allSaved).toBe(false);
    desk.store.resume();
    await desk.settle();
    expect(ben.allSaved).toBe(true);
    const late = await desk.join("late");
    expect(late.doc.getXmlFragment("rationale").toString()).toContain("Because");
    expect(late.doc.getXmlFragment("rationale").toString()).not.toContain("x");
  });

  it("sent twice is acknowledged when the first is committed, and stored once", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    desk.store.pause();
    type(ann, "Draft");
    ann.sendUpdate(Y.encodeStateAsUpdate(ann.doc));
    await desk.turn();
    expect(ann.saved).toBeLessThan(2);
    desk.store.resume();
    await desk.settle();
    expect(ann.allSaved).toBe(true);
    expect(desk.store.rows.get("c1")).toHaveLength(1);
  });
});

describe("a joiner", () => {
  it("is shown committed content only", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    type(ann, "committed");
    await desk.settle();
    const room = await desk.room();
    desk.store.pause();
    type(ann, "pending ");
    await desk.turn();
    const ben = new TestClient("ben").connect(room);
    expect(ben.isSynced).toBe(true);
    expect(summaryOf(ben)).toBe("committed");
    desk.store.resume();
    await desk.settle();
    expect(summaryOf(ben)).toBe("pending committed");
  });

  it("is told nothing of the document before it has said what it has", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const heard: number[] = [];
    (await desk.room()).join({
      person: { id: "ben", name: "Ben", color: "#000000" },
      right: "write",
      round: 0,
      rest: () => undefined,
      send: (message) => void heard.push(message[1] ?? -1),
      close: () => undefined,
    });
    heard.length = 0;
    type(ann, "Draft");
    await desk.settle();
    expect(heard).toEqual([]);
  });

  it("who comes back with old and new work has only the new stored", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    type(ann, "known ");
    await desk.settle();
    const known = Y.getState(ann.doc.store, ann.doc.clientID);
    const { peer } = ann;
    ann.peer = null;
    type(ann, "new ");
    ann.peer = peer;
    ann.sendUpdate(Y.encodeStateAsUpdate(ann.doc));
    await desk.settle();
    const [, second, ...others] = desk.store.rows.get("c1") ?? [];
    expect(others).toEqual([]);
    const { from } = Y.parseUpdateMeta(second?.update ?? new Uint8Array([0, 0]));
    expect(from.get(ann.doc.clientID)).toBe(known);
  });

  it("learns what it may do, and of which document", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann", { right: "read" });
    expect(ann.access).toEqual({
      kind: "access",
      right: "read",
      lineage: "lineage of c1",
      round: 0,
    });
  });
});

describe("the current draft", () => {
  it("waits for what is pending, and holds nothing that is not committed", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    desk.store.pause();
    setRating(ann.doc, "false");
    type(ann, "Wrong.");
    await desk.turn();
    const asked = desk.rooms.currentReview("c1");
    await desk.turn();
    type(ann, "Later. ");
    desk.store.resume();
    const answer = await asked;
    expect(answer?.draft).toMatchObject({ rating: "false", summary: "Wrong." });
    expect(answer?.head).toBe(1);
  });

  it("is null where there is no claim", async () => {
    expect(await new Desk().rooms.currentReview("unknown")).toBeNull();
  });
});

describe("when storage is away", () => {
  it("people are sent away to come back, and keep their edits", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    desk.store.failure = "beforeCommit";
    type(ann, "Draft");
    await desk.settle();
    expect([ann.closed?.code, ben.closed?.code]).toEqual([closeCode.tryAgain, closeCode.tryAgain]);
    expect(summaryOf(ben)).toBe("");

    desk.store.failure = null;
    const room = await desk.room();
    ann.connect(room);
    ben.connect(room);
    await desk.settle();
    expect(summaryOf(ben)).toBe("Draft");
    expect(ann.allSaved).toBe(true);
  });

  it("and only its answer was lost, the edit is not stored twice", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    desk.store.failure = "afterCommit";
    type(ann, "Draft");
    await desk.settle();
    expect(ann.closed?.code).toBe(closeCode.tryAgain);
    desk.store.failure = null;
    ann.connect(await desk.room());
    await desk.settle();
    expect(ann.allSaved).toBe(true);
    expect(desk.store.rows.get("c1")).toHaveLength(1);
  });

  it("edits pile up to a bound and no further", async () => {
    const desk = new Desk({ uncommittedBytes: 1000 });
    const ann = await desk.join("ann");
    desk.store.pause();
    type(ann, "x".repeat(600));
    type(ann, "y".repeat(600));
    type(ann, "z");
    expect(ann.closed?.code).toBe(closeCode.tryAgain);
    desk.store.resume();
    await desk.settle();
  });

  it("a row that another process appended is shown in its place, and nobody is sent away", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    const other = new Y.Doc();
    other.getText("summary").insert(0, "from elsewhere ");
    await desk.store.append([
      {
        claimId: "c1",
        author: "cat",
        clientIds: [other.clientID],
        update: Y.encodeStateAsUpdate(other),
        edits: 1,
      },
    ]);
    type(ann, "mine ");
    await desk.settle();
    expect([ann.closed, ben.closed]).toEqual([null, null]);
    expect(ann.allSaved).toBe(true);
    expect(ann.head).toBe(2);
    expect(summaryOf(ben)).toContain("from elsewhere");
    expect(summaryOf(ben)).toBe(summaryOf(ann));
    // Whose it is, is known here too.
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(other));
    forged.clientID = other.clientID;
    forged.getText("summary").insert(0, "forged ");
    ben.sendUpdate(Y.encodeStateAsUpdate(forged));
    await desk.settle();
    expect(ben.closed?.reason).toBe("foreign client id");
  });
});

describe("when the right to edit ended", () => {
  it("the author's uncommitted edits go, and other people's stay", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    desk.store.refusals.set("ann", "no_right");
    desk.store.pause();
    type(ann, "late ");
    type(ben, "fine");
    await desk.turn();
    type(ann, "later ");
    desk.store.resume();
    await desk.settle();
    expect(ann.closed).toEqual({ code: closeCode.noRight, reason: "no_right" });
    expect(ben.allSaved).toBe(true);
    expect(ben.closed).toBeNull();
    expect(summaryOf(ben)).toBe("fine");
    expect(desk.store.rows.get("c1")?.map((row) => row.author)).toEqual(["ben"]);
    type(ben, "still ");
    await desk.settle();
    expect(ben.allSaved).toBe(true);
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("still fine");
  });

  it("and comes back, what was refused is stored like anything new", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const ben = await desk.join("ben");
    desk.store.refusals.set("ann", "not_in_review");
    type(ann, "refused at first");
    await desk.settle();
    desk.store.refusals.clear();
    ann.connect(await desk.room());
    await desk.settle();
    expect(ann.allSaved).toBe(true);
    expect(summaryOf(ben)).toBe("refused at first");
    expect(desk.store.rows.get("c1")).toHaveLength(1);
  });

  it("because the review moved on, people come back to read", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    desk.store.refusals.set("ann", "not_in_review");
    type(ann, "late");
    await desk.settle();
    expect(ann.closed?.code).toBe(closeCode.rightsReduced);
  });

  it("a reader who writes is dropped, and nothing of it is kept", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben", { right: "read" })];
    type(ben, "sneaked in");
    await desk.settle();
    expect(ben.closed?.code).toBe(closeCode.noRight);
    expect(desk.store.refusedWrites).toEqual(["ben c1 read_only"]);
    expect(summaryOf(ann)).toBe("");
    expect(desk.store.rows.size).toBe(0);
  });
});

describe("a snapshot", () => {
  it("is kept after enough rows, and the document opens from it", async () => {
    const desk = new Desk({ snapshotRows: 3 });
    const ann = await desk.join("ann");
    for (const letter of "abcd") {
      type(ann, letter);
      await desk.settle();
    }
    expect(desk.store.snapshots.get("c1")?.upto).toBe(3);
    desk.restart();
    const ben = await desk.join("ben");
    expect(summaryOf(ben)).toBe("dcba");
    expect(readDraft(ben.doc)).toEqual(readDraft(ann.doc));
  });
});

import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { closeCode, syncFrame, syncType } from "~/collab/protocol";
import { reviewParts } from "~/collab/review-document";

import { Desk } from "./desk";
import { TestClient } from "./test-client";

const bytesOf = (change: (doc: Y.Doc) => void, clientId?: number): Uint8Array => {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  change(doc);
  return Y.encodeStateAsUpdate(doc);
};

/** A room in which Ann has written something and Eve is about to. */
async function annAndEve(limits = {}) {
  const desk = new Desk(limits);
  const [ann, eve] = [await desk.join("ann"), await desk.join("eve")];
  ann.doc.getText("summary").insert(0, "Ann wrote this.");
  await desk.settle();
  const rows = desk.store.rows.get("c1")?.length;
  return {
    desk,
    ann,
    eve,
    /** Ann's work stands, she can go on, and only what Eve was allowed was stored. */
    async expectUnharmed() {
      await desk.settle();
      expect(desk.store.rows.get("c1")).toHaveLength(rows ?? 0);
      ann.doc.getText("summary").insert(0, "And this. ");
      await desk.settle();
      expect(ann.allSaved).toBe(true);
      const draft = (await desk.rooms.currentReview("c1"))?.draft;
      expect(draft?.summary).toBe("And this. Ann wrote this.");
    },
  };
}

describe("an update that no honest editor sends", () => {
  const deep = (doc: Y.Doc) => {
    let inner = new Y.XmlElement("blockquote");
    for (let i = 0; i < 60; i++) {
      const outer = new Y.XmlElement("blockquote");
      outer.insert(0, [inner]);
      inner = outer;
    }
    reviewParts(doc).rationale.insert(0, [inner]);
  };
  const cases: [string, Uint8Array, number][] = [
    ["noise", new Uint8Array([1, 2, 3, 4, 5, 6]), closeCode.badMessage],
    ["a cut-off update", bytesOf((doc) => doc.getText("summary").insert(0, "x")).slice(0, 9), 4400],
    ["another top-level type", bytesOf((doc) => doc.getMap("settings").set("a", 1)), 4400],
    [
      "a document in the document",
      bytesOf((doc) => doc.getMap("verdict").set("a", new Y.Doc())),
      4400,
    ],
    ["binary content", bytesOf((doc) => doc.getMap("verdict").set("a", new Uint8Array(9))), 4400],
    [
      "an unknown node",
      bytesOf((doc) => reviewParts(doc).rationale.insert(0, [new Y.XmlElement("script")])),
      4400,
    ],
    [
      "a hook",
      bytesOf((doc) => reviewParts(doc).rationale.insert(0, [new Y.XmlHook("x") as never])),
      4400,
    ],
    ["bottomless nesting", bytesOf(deep), 4400],
    [
      "a summary without end",
      bytesOf((doc) => doc.getText("summary").insert(0, "x".repeat(200_001))),
      closeCode.tooLarge,
    ],
    ["a list where a map belongs", bytesOf((doc) => doc.getArray("verdict").push(["false"])), 4400],
    ["text where nodes belong", bytesOf((doc) => doc.getText("rationale").insert(0, "x")), 4400],
    [
      "bold type in a plain text",
      bytesOf((doc) => doc.getText("summary").insert(0, "x", { bold: true })),
      4400,
    ],
    ["a field nobody knows", bytesOf((doc) => doc.getMap("verdict").set("approved", true)), 4400],
    ["a rating that is none", bytesOf((doc) => doc.getMap("verdict").set("rating", "maybe")), 4400],
    [
      "a field of another type",
      bytesOf((doc) => doc.getMap("verdict").set("rating", new Y.Text("x"))),
      4400,
    ],
    ["a field of Object", bytesOf((doc) => doc.getMap("verdict").set("constructor", 1)), 4400],
    ["evidence that is no card", bytesOf((doc) => doc.getArray("evidence").push(["x"])), 4400],
    [
      "a card with a number for a title",
      bytesOf((doc) => reviewParts(doc).evidence.push([new Y.Map<unknown>([["title", 1]])])),
      4400,
    ],
    [
      "a card with a line without end",
      bytesOf((doc) =>
        reviewParts(doc).evidence.push([new Y.Map<unknown>([["title", "x".repeat(5000)]])]),
      ),
      4400,
    ],
    [
      "an excerpt without end",
      bytesOf((doc) =>
        reviewParts(doc).evidence.push([
          new Y.Map<unknown>([["excerpt", new Y.Text("x".repeat(50_001))]]),
        ]),
      ),
      closeCode.tooLarge,
    ],
    [
      "more new client ids than anybody has",
      Y.mergeUpdates(
        Array.from({ length: 501 }, (_, n) =>
          bytesOf((doc) => doc.getText("summary").insert(0, "x"), n + 1),
        ),
      ),
      4400,
    ],
    [
      "too much evidence",
      bytesOf((doc) =>
        reviewParts(doc).evidence.push(Array.from({ length: 501 }, () => new Y.Map())),
      ),
      closeCode.tooLarge,
    ],
  ];

  it.each(cases)("is refused: %s", async (_, update, code) => {
    const { desk, eve, expectUnharmed } = await annAndEve();
    eve.sendUpdate(update);
    await desk.settle();
    expect(eve.closed?.code).toBe(code);
    await expectUnharmed();
  });

  it("is refused when the rationale is too long, while deleting stays possible", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText("x".repeat(1200));
    paragraph.insert(0, [text]);
    reviewParts(ann.doc).rationale.insert(0, [paragraph]);
    await desk.settle();

    desk.restart({ rationaleLength: 1000 });
    ann.peer = null;
    ann.connect(await desk.room());
    text.delete(0, 400);
    text.insert(0, "y".repeat(100));
    await desk.settle();
    expect(ann.closed).toBeNull();
    text.insert(0, "z".repeat(200));
    expect(ann.closed).toEqual({ code: closeCode.tooLarge, reason: "the rationale is too long" });
  });

  it("under somebody else's client id is refused, also after a restart", async () => {
    const { desk, ann, eve, expectUnharmed } = await annAndEve();
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(ann.doc));
    const before = Y.encodeStateVector(forged);
    forged.clientID = ann.doc.clientID;
    forged.getText("summary").insert(0, "Ann never said this. ");
    const update = Y.encodeStateAsUpdate(forged, before);
    eve.sendUpdate(update);
    await desk.settle();
    expect(eve.closed).toEqual({ code: closeCode.badMessage, reason: "foreign client id" });
    expect(desk.store.refusedWrites).toEqual(["eve c1 foreign_client"]);
    await expectUnharmed();

    desk.restart();
    const again = new TestClient("eve").connect(await desk.room());
    again.sendUpdate(update);
    await desk.settle();
    expect(again.closed?.code).toBe(closeCode.badMessage);
  });

  it("that builds on what nobody was shown yet is asked for again, not parked", async () => {
    const { desk, ann, eve } = await annAndEve();
    desk.store.pause();
    ann.doc.getText("summary").insert(0, "pending ");
    await desk.turn();
    const guess = new Y.Doc();
    Y.applyUpdate(guess, Y.encodeStateAsUpdate(ann.doc));
    const before = Y.encodeStateVector(guess);
    guess.getText("summary").delete(0, 3);
    eve.sendUpdate(Y.encodeStateAsUpdate(guess, before));
    desk.store.resume();
    await desk.settle();
    expect(desk.store.rows.get("c1")?.every((row) => row.author === "ann")).toBe(true);
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("pending Ann wrote this.");
  });
});

describe("missing predecessors", () => {
  it("are asked for, and what was missing then comes in whole", async () => {
    const { desk, ann, eve } = await annAndEve();
    eve.doc.off("update", () => undefined);
    const room = eve.peer;
    eve.peer = null;
    eve.doc.getText("summary").insert(0, "lost ");
    eve.peer = room;
    eve.doc.getText("summary").insert(0, "found ");
    await desk.settle();
    expect(ann.doc.getText("summary").toJSON()).toBe("found lost Ann wrote this.");
    expect(eve.allSaved).toBe(true);
  });

  it("cost the connection when there is no end of them", async () => {
    const { desk, eve, expectUnharmed } = await annAndEve({ gapStrikes: 5 });
    const far = new Y.Doc();
    far.getText("summary").insert(0, "a");
    const before = Y.encodeStateVector(far);
    far.getText("summary").insert(1, "b");
    const update = Y.encodeStateAsUpdate(far, before);
    for (let i = 0; i < 10; i++) eve.sendUpdate(update);
    await desk.settle();
    expect(eve.closed).toEqual({ code: closeCode.badMessage, reason: "missing predecessors" });
    await expectUnharmed();
  });
});

describe("messages", () => {
  it("of unknown kinds cost the connection", async () => {
    for (const message of [new Uint8Array([]), new Uint8Array([77]), new Uint8Array([0, 9, 0])]) {
      const { eve, expectUnharmed } = await annAndEve();
      eve.send(message);
      expect(eve.closed?.code).toBe(closeCode.badMessage);
      await expectUnharmed();
    }
  });

  it("in a flood are read more slowly, of one connection and of one person", async () => {
    const limits = { messageBurst: 50, messagesPerSecond: 10, personMessageBurst: 80 };
    const { desk, eve, expectUnharmed } = await annAndEve(limits);
    const nothing = syncFrame(syncType.update, new Uint8Array([0, 0]));
    for (let i = 0; i < 40; i++) eve.send(nothing);
    expect(eve.rests).toBe(0);
    for (let i = 0; i < 20; i++) eve.send(nothing);
    expect(eve.rests).toBeGreaterThan(1000);
    const other = await desk.join("eve");
    for (let i = 0; i < 40; i++) other.send(nothing);
    expect(other.rests).toBeGreaterThan(0);
    expect([eve.closed, other.closed]).toEqual([null, null]);
    await expectUnharmed();
  });

  it("about presence in a flood are read much more slowly, because everybody gets them", async () => {
    const { eve, expectUnharmed } = await annAndEve();
    for (let cursor = 0; cursor < 190; cursor++) eve.awareness.setLocalState({ cursor });
    expect(eve.rests).toBe(0);
    for (let cursor = 0; cursor < 40; cursor++) eve.awareness.setLocalState({ cursor });
    expect(eve.rests).toBeGreaterThan(0);
    expect(eve.closed).toBeNull();
    await expectUnharmed();
  });

  it("that ask for everything again and again cost the connection, which may come back", async () => {
    for (const question of [syncFrame(syncType.step1, new Uint8Array([0])), new Uint8Array([3])]) {
      const { eve, expectUnharmed } = await annAndEve();
      for (let i = 0; i < 100; i++) eve.send(question);
      expect(eve.closed?.code).toBe(closeCode.slowDown);
      await expectUnharmed();
    }
  });

  it("with a state vector larger than any cost the connection", async () => {
    const { eve, expectUnharmed } = await annAndEve();
    eve.send(syncFrame(syncType.step1, new Uint8Array(300_000)));
    expect(eve.closed?.code).toBe(closeCode.badMessage);
    await expectUnharmed();
  });

  it("with values nested without end leave nothing behind", async () => {
    const { desk, eve, expectUnharmed } = await annAndEve();
    const deep = bytesOf((doc) => {
      const paragraph = new Y.XmlElement("paragraph");
      const text = new Y.XmlText();
      paragraph.insert(0, [text]);
      reviewParts(doc).rationale.insert(0, [paragraph]);
      let value: object = {};
      for (let i = 0; i < 1500; i++) value = { a: value };
      text.insert(0, "x", { link: value });
    });
    eve.sendUpdate(deep);
    await desk.settle();
    expect(eve.closed?.code).toBe(closeCode.badMessage);
    await expectUnharmed();
  });

  it("made of any bytes harm nobody but their sender", async () => {
    const honest = bytesOf((doc) => {
      doc.getMap("verdict").set("rating", "false");
      reviewParts(doc).evidence.push([new Y.Map([["id", "a"]])]);
    });
    const mutated = fc
      .array(fc.tuple(fc.nat(honest.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((changes) => {
        const bytes = honest.slice();
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    const payload = fc.oneof(mutated, fc.uint8Array({ maxLength: 60 }));
    const message = fc.oneof(
      payload.map((bytes) => syncFrame(syncType.update, bytes)),
      payload.map((bytes) => syncFrame(syncType.step1, bytes)),
      payload.map((bytes) => {
        const encoder = encoding.createEncoder();
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarUint8Array(encoder, bytes);
        return encoding.toUint8Array(encoder);
      }),
      fc.uint8Array({ maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), async (messages) => {
        const { desk, ann, eve } = await annAndEve();
        for (const bytes of messages) eve.send(bytes);
        await desk.settle();
        ann.doc.getText("summary").insert(0, "And this. ");
        await desk.settle();
        expect(ann.closed).toBeNull();
        expect(ann.allSaved).toBe(true);
        expect(desk.offences.filter((line) => line.includes("room closed"))).toEqual([]);
        // What a restart reads from storage is what people see now.
        const before = await desk.rooms.currentReview("c1");
        desk.restart();
        expect(await desk.rooms.currentReview("c1")).toEqual(before);
        const late = await desk.join("late");
        expect(late.doc.store.pendingStructs).toBeNull();
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});

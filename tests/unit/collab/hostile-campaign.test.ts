import fc from "fast-check";
import * as encoding from "lib0/encoding";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { messageType, syncFrame, syncType } from "~/collab/protocol";
import { addEvidence, reviewParts, setRating } from "~/collab/review-document";

import { Desk } from "./desk";
import { TestClient } from "./test-client";

/** `HOSTILE_MESSAGES=100000 npx vitest run ... hostile-campaign.test.ts` for the long form. */
const total = Number(process.env["HOSTILE_MESSAGES"] ?? 2_000);
const perRoom = 200;

/** What honest people send, to be spoilt. */
function honestMessages(room: Y.Doc): Uint8Array[] {
  const doc = new Y.Doc();
  reviewParts(doc);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room));
  const messages: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => messages.push(syncFrame(syncType.update, update)));
  setRating(doc, "false");
  addEvidence(doc, { id: "a", title: "A source", excerpt: "words of it" });
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText("Because it is.");
  paragraph.insert(0, [text]);
  reviewParts(doc).rationale.insert(0, [paragraph]);
  text.format(0, 7, { bold: {} });
  text.delete(3, 4);
  doc.getText("summary").insert(0, "It is not so. ");
  messages.push(
    syncFrame(syncType.step1, Y.encodeStateVector(doc)),
    syncFrame(syncType.step2, Y.encodeStateAsUpdate(doc)),
    awareness([[doc.clientID, 1, JSON.stringify({ cursor: 1 })]]),
    awareness([
      [doc.clientID, 1, "null"],
      [1, 7, "{}"],
    ]),
    new Uint8Array([messageType.queryAwareness]),
  );
  return messages;
}

function awareness(states: [number, number, string][]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, states.length);
  for (const [client, clock, state] of states) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const outer = encoding.createEncoder();
  encoding.writeVarUint(outer, messageType.awareness);
  encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner));
  return encoding.toUint8Array(outer);
}

type Spoil =
  | { kind: "bytes"; at: number[]; to: number[] }
  | { kind: "cut"; share: number }
  | { kind: "insert"; share: number; bytes: Uint8Array }
  | { kind: "splice"; other: number; share: number }
  | { kind: "huge number"; share: number }
  | { kind: "none" };

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.record({
    kind: fc.constant("bytes" as const),
    at: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }),
    to: fc.array(fc.nat(255), { minLength: 5, maxLength: 5 }),
  }),
  fc.record({
    kind: fc.constant("cut" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant("insert" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({
    kind: fc.constant("splice" as const),
    other: fc.nat(100),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant("huge number" as const),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.constant({ kind: "none" as const }),
);

function spoilt(messages: readonly Uint8Array[], pick: number, how: Spoil): Uint8Array {
  const message = messages[pick % messages.length] ?? new Uint8Array();
  const at = "share" in how ? Math.floor(how.share * message.length) : 0;
  switch (how.kind) {
    case "none":
      return message;
    case "bytes": {
      const bytes = message.slice();
      how.at.forEach((place, index) => (bytes[place % bytes.length] = how.to[index] ?? 0));
      return bytes;
    }
    case "cut":
      return message.slice(0, at);
    case "insert":
      return joined(message.slice(0, at), how.bytes, message.slice(at));
    case "splice": {
      const other = messages[how.other % messages.length] ?? new Uint8Array();
      return joined(message.slice(0, at), other.slice(Math.floor(how.share * other.length)));
    }
    case "huge number":
      // The largest integer that the protocol can write, where a count or a length stood.
      return joined(
        message.slice(0, at),
        new Uint8Array([255, 255, 255, 255, 255, 255, 255, 15]),
        message.slice(at + 1),
      );
  }
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

it(
  "messages spoilt in any way harm nobody but their sender, and change nothing that they are refused for",
  async () => {
    let sent = 0;
    let refused = 0;
    const steps = fc.array(fc.tuple(fc.nat(1000), spoil), {
      minLength: perRoom,
      maxLength: perRoom,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const desk = new Desk();
        const ann = await desk.join("ann");
        ann.doc.getText("summary").insert(0, "Ann wrote this.");
        await desk.settle();
        const messages = honestMessages(ann.doc);
        let eve = new TestClient("eve").connect(await desk.room());
        for (const [pick, how] of all) {
          const before = Y.encodeStateAsUpdate(ann.doc);
          const rows = desk.store.rows.get("c1")?.length ?? 0;
          eve.send(spoilt(messages, pick, how));
          sent += 1;
          await desk.settle();
          if (eve.closed === null) continue;
          refused += 1;
          expect(desk.store.rows.get("c1")?.length).toBe(rows);
          expect(Y.encodeStateAsUpdate(ann.doc)).toEqual(before);
          eve = new TestClient("eve").connect(await desk.room());
          await desk.settle();
        }
        expect(ann.closed).toBeNull();
        ann.doc.getText("summary").insert(0, "Still here. ");
        await desk.settle();
        expect(ann.allSaved).toBe(true);
        expect(desk.offences.filter((line) => line.includes("why"))).toEqual([]);
        // What a restart reads is what people see now.
        const draft = await desk.rooms.currentReview("c1");
        desk.restart();
        expect(await desk.rooms.currentReview("c1")).toEqual(draft);
        const late = await desk.join("late");
        expect(late.doc.store.pendingStructs).toBeNull();
      }),
      { numRuns: Math.ceil(total / perRoom) },
    );
    console.log(`${sent} spoilt messages, ${refused} of them refused`);
    expect(refused).toBeGreaterThan(total / 20);
  },
  60_000 + total * 20,
);

import { describe, expect, it } from "vitest";
import * as awarenessProtocol from "y-protocols/awareness";

import { closeCode } from "~/collab/protocol";

import { Desk } from "./desk";
import { TestClient } from "./test-client";

const seenBy = (observer: TestClient, of: TestClient) =>
  observer.awareness.getStates().get(of.doc.clientID);

/** What a client sends that claims `state` under somebody's client id. */
function claim(client: number, clock: number, state: object): Uint8Array {
  const states = new Map([[client, state]]);
  const stand = { meta: new Map([[client, { clock, lastUpdated: 0 }]]), states };
  return awarenessProtocol.encodeAwarenessUpdate(stand as never, [client], states);
}

describe("presence", () => {
  it("is seen at once, under the name and colour that the server knows", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    ann.awareness.setLocalState({ user: { id: "ben", name: "Ben", color: "red" }, cursor: 3 });
    expect(seenBy(ben, ann)).toEqual({
      user: { id: "ann", name: "Name of ann", color: "#123456" },
      cursor: 3,
    });
  });

  it("is told to whoever comes later, and ends when the connection ends", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    ann.awareness.setLocalState({ cursor: 1 });
    const ben = await desk.join("ben");
    expect(seenBy(ben, ann)).toMatchObject({ cursor: 1 });
    ann.disconnect();
    expect(seenBy(ben, ann)).toBeUndefined();
    ann.connect(await desk.room());
    expect(seenBy(ben, ann)).toMatchObject({ cursor: 1 });
  });

  it("cannot be claimed for somebody else, which is put on record", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    ann.awareness.setLocalState({ cursor: 1 });
    ben.sendAwarenessUpdate(claim(ann.doc.clientID, 99, { cursor: 666 }));
    expect(ben.closed).toEqual({ code: closeCode.badMessage, reason: "forged presence" });
    await desk.settle();
    expect(desk.store.refusedWrites).toEqual(["ben c1 presence"]);
    expect(seenBy(ann, ann)).toMatchObject({ cursor: 1 });
  });

  it("under a colleague's name or id is refused, here or not; any other name is only replaced", async () => {
    const desk = new Desk();
    desk.rooms.deskNames = new Set(["cat the editor"]);
    const elsewhere = "7d7e2b52-8c3b-4f6e-9f2f-0a4d5a6b7c8d";
    const [ann] = [await desk.join("ann")];
    for (const user of [
      { name: "name of ANN " },
      { name: "Cat the Editor" },
      { name: "Name of ben", id: elsewhere },
    ]) {
      const ben = await desk.join("ben");
      ben.sendAwarenessUpdate(claim(ben.doc.clientID, 5, { user }));
      expect(ben.closed?.reason).toBe("forged presence");
      expect(seenBy(ann, ben)).toBeUndefined();
    }
    await desk.settle();
    // Within a few seconds one entry is enough.
    expect(desk.store.refusedWrites).toEqual(["ben c1 presence"]);
    const dora = await desk.join("dora");
    dora.awareness.setLocalState({ user: { name: "user 7" } });
    expect(seenBy(ann, dora)).toMatchObject({ user: { name: "Name of dora" } });
    expect(dora.closed).toBeNull();
  });

  it("in words that are not committed yet goes out together with them, and never back to its own", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    desk.store.pause();
    for (const client of [ann, ben]) {
      client.doc.getText("summary").insert(0, "x");
      client.awareness.setLocalState({ cursor: client.person });
    }
    await desk.turn();
    expect(seenBy(ben, ann)).not.toMatchObject({ cursor: "ann" });
    const own = ann.awareness.getLocalState();
    desk.store.resume();
    await desk.settle();
    expect(ben.doc.getText("summary").length).toBe(2);
    expect(seenBy(ben, ann)).toMatchObject({ cursor: "ann" });
    expect(seenBy(ann, ben)).toMatchObject({ cursor: "ben" });
    expect(ann.awareness.getLocalState()).toBe(own);
  });

  it("costs nobody the connection who repeats what they were told, however late", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    const told: Uint8Array[] = [];
    ben.awareness.on("update", () =>
      told.push(awarenessProtocol.encodeAwarenessUpdate(ben.awareness, [ann.doc.clientID])),
    );
    for (let cursor = 0; cursor < 5; cursor++) ann.awareness.setLocalState({ cursor });
    for (const echo of told) ben.sendAwarenessUpdate(echo);
    ann.disconnect();
    for (const echo of told) ben.sendAwarenessUpdate(echo);
    expect(told.length).toBeGreaterThan(4);
    expect(ben.closed).toBeNull();
    expect(ben.awareness.getStates().has(ann.doc.clientID)).toBe(false);
  });

  it("of others is not changed by an honest client", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    ann.awareness.setLocalState({ cursor: 1 });
    expect(seenBy(ann, ann)).toMatchObject({ cursor: 1 });
    const cat = await desk.join("cat");
    expect(seenBy(cat, ann)).toMatchObject({ cursor: 1, user: { id: "ann" } });
    expect([ann.closed, ben.closed, cat.closed]).toEqual([null, null, null]);
  });

  it("does not go back and forth between two windows of one person", async () => {
    const desk = new Desk();
    const [one, two] = [await desk.join("ann"), await desk.join("ann")];
    one.awareness.setLocalState({ cursor: 1 });
    two.awareness.setLocalState({ cursor: 2 });
    expect(seenBy(two, one)).toMatchObject({ cursor: 1 });
    expect(seenBy(one, two)).toMatchObject({ cursor: 2 });
  });

  it("of a window that was closed is not brought back by another one that repeats it late", async () => {
    const desk = new Desk();
    const [one, two, ben] = [
      await desk.join("ann"),
      await desk.join("ann"),
      await desk.join("ben"),
    ];
    one.awareness.setLocalState({ cursor: 1 });
    const echo = awarenessProtocol.encodeAwarenessUpdate(two.awareness, [one.doc.clientID]);
    one.disconnect();
    two.sendAwarenessUpdate(echo);
    expect(seenBy(ben, one)).toBeUndefined();
    expect(seenBy(ben, two)).toBeDefined();
  });

  it("stays with the window that shows it when another one only watches", async () => {
    const desk = new Desk();
    const [one, ben] = [await desk.join("ann"), await desk.join("ben")];
    one.awareness.setLocalState({ cursor: 1 });
    const watching = new TestClient("ann");
    watching.awareness.setLocalState(null);
    watching.connect(await desk.room());
    expect(seenBy(watching, one)).toMatchObject({ cursor: 1 });
    watching.disconnect();
    expect(seenBy(ben, one)).toMatchObject({ cursor: 1 });
  });

  it("is taken over by the same window when its old connection lingers", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    const room = await desk.room();
    ann.awareness.setLocalState({ cursor: 1 });
    const lingering = ann.peer;
    ann.connect(room);
    if (lingering) room.leave(lingering);
    expect(seenBy(ben, ann)).toMatchObject({ cursor: 1 });
  });

  it("is shown again to an observer who lost the connection", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    ann.awareness.setLocalState({ cursor: 1 });
    awarenessProtocol.removeAwarenessStates(ben.awareness, [ann.doc.clientID], "lost");
    ben.disconnect();
    ben.connect(await desk.room());
    expect(seenBy(ben, ann)).toMatchObject({ cursor: 1 });
  });

  it("takes only a few client ids per connection, and only small states", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    for (let id = 1; id <= 20; id++) ann.sendAwarenessUpdate(claim(id, 1, { n: id }));
    expect(ben.awareness.getStates().size).toBeLessThanOrEqual(2 + 4);
    expect(ann.closed).toBeNull();
    ann.sendAwarenessUpdate(claim(ann.doc.clientID, 50, { text: "x".repeat(5000) }));
    expect(ann.closed?.code).toBe(closeCode.badMessage);
  });

  it("reserves a client id for whoever showed it first", async () => {
    const desk = new Desk();
    const [ann, ben] = [await desk.join("ann"), await desk.join("ben")];
    const { Doc, encodeStateAsUpdate } = await import("yjs");
    const forged = new Doc();
    forged.clientID = ann.doc.clientID;
    forged.getText("summary").insert(0, "in Ann's name");
    ben.sendUpdate(encodeStateAsUpdate(forged));
    await desk.settle();
    expect(ben.closed?.code).toBe(closeCode.badMessage);
    ann.doc.getText("summary").insert(0, "Ann");
    await desk.settle();
    expect(ann.allSaved).toBe(true);
  });
});

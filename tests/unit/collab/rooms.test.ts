import { describe, expect, it } from "vitest";

import { Desk } from "./desk";

describe("open rooms", () => {
  it("are loaded once, however many come at the same time", async () => {
    const desk = new Desk();
    const rooms = await Promise.all([desk.room(), desk.room(), desk.room()]);
    expect(new Set(rooms).size).toBe(1);
    expect(desk.store.loads).toBe(1);
  });

  it("are let go only after they stood empty, and with a snapshot", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const room = await desk.room();
    ann.doc.getText("summary").insert(0, "kept");
    await desk.settle();
    ann.disconnect();
    desk.rooms.release(room);
    desk.rooms.release(room);
    await desk.rooms.tidy();
    expect(desk.rooms.size).toBe(1);
    desk.now += 60_000;
    await desk.rooms.tidy();
    expect(desk.rooms.size).toBe(0);
    expect(desk.store.snapshots.get("c1")?.upto).toBe(1);
  });

  it("stay while an edit waits for its commit", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const room = await desk.room();
    desk.store.pause();
    ann.doc.getText("summary").insert(0, "pending");
    await desk.turn();
    ann.disconnect();
    desk.rooms.release(room);
    desk.rooms.release(room);
    desk.now += 60_000;
    await desk.rooms.tidy();
    expect(desk.rooms.size).toBe(1);
    desk.store.resume();
    await desk.settle();
    expect((await desk.rooms.currentDraft("c1"))?.draft.summary).toBe("pending");
  });

  it("give a joiner who comes during the unloading the same room", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    const room = await desk.room();
    ann.doc.getText("summary").insert(0, "kept");
    await desk.settle();
    ann.disconnect();
    desk.rooms.release(room);
    desk.rooms.release(room);
    desk.now += 60_000;
    desk.store.pause();
    const tidying = desk.rooms.tidy();
    const again = await desk.room();
    desk.store.resume();
    await tidying;
    expect(again).toBe(room);
    expect(await desk.room()).toBe(room);
    expect(desk.store.loads).toBe(1);
  });

  it("can be opened again after storage was away", async () => {
    const desk = new Desk();
    const load = desk.store.load.bind(desk.store);
    desk.store.load = () => Promise.reject(new Error("away"));
    await expect(desk.room()).rejects.toThrow("away");
    expect(desk.rooms.size).toBe(0);
    desk.store.load = load;
    expect((await desk.room()).claimId).toBe("c1");
  });

  it("rest as bytes while nobody edits, and take edits again", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    ann.doc.getText("summary").insert(0, "one ");
    await desk.settle();
    desk.now += 10_000;
    await desk.rooms.tidy();
    const ben = await desk.join("ben");
    expect(ben.doc.getText("summary").toJSON()).toBe("one ");
    ben.doc.getText("summary").insert(4, "two");
    await desk.settle();
    expect(ann.doc.getText("summary").toJSON()).toBe("one two");
  });

  it("are all kept as snapshots when the process stops", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    ann.doc.getText("summary").insert(0, "kept");
    await desk.rooms.flush();
    expect(ann.allSaved).toBe(true);
    expect(desk.store.snapshots.get("c1")?.upto).toBe(1);
  });
});

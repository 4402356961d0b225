import { describe, expect, it } from "vitest";

import { Desk } from "./desk";

describe("open rooms", () => {
  it("are loaded once, however many come at the same time", async () => {
    const desk = new Desk();
    const rooms = await Promise.all([desk.room(), desk.room(), desk.room()]);
    expect(new Set(rooms).size).toBe(1);
    expect(desk.store.loads).toBe(1);
  });

  it("that were written in last are read ahead after a restart, and let go when nobody comes", async () => {
    const desk = new Desk();
    const ann = await desk.join("ann");
    ann.doc.getText("summary").insert(0, "kept");
    await desk.settle();
    desk.restart();
    await desk.rooms.readAhead(8);
    const { loads } = desk.store;
    const room = await desk.room();
    expect(desk.store.loads).toBe(loads);
    desk.rooms.release(room);
    desk.now += 60_000;
    await desk.rooms.tidy();
    expect(desk.rooms.size).toBe(0);
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
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("pending");
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

describe("a document with damage in storage", () => {
  const row = (update: Uint8Array) => ({
    claimId: "c1",
    author: "ann",
    clientIds: [],
    edits: 1,
    update,
  });

  async function written(words: string[]): Promise<Desk> {
    const desk = new Desk();
    const ann = await desk.join("ann");
    for (const word of words) {
      ann.doc.getText("summary").insert(0, word);
      await desk.settle();
    }
    desk.restart();
    return desk;
  }

  it("opens without the row that cannot be read, which is set aside and reported once", async () => {
    const desk = await written(["one "]);
    const [first] = desk.store.rows.get("c1") ?? [];
    for (const junk of [new Uint8Array([1, 2, 3, 4, 5, 6]), new Uint8Array([255, 255, 255])]) {
      await desk.store.append([row(junk)]);
    }
    const ben = await desk.join("ben");
    expect(ben.doc.getText("summary").toJSON()).toBe("one ");
    expect([...desk.store.aside.keys()]).toEqual(["c1 2", "c1 3"]);
    expect(
      desk.offences.filter((line) => line.includes("set aside") || line.includes("why")),
    ).toHaveLength(2);
    ben.doc.getText("summary").insert(0, "two ");
    await desk.settle();
    expect(ben.allSaved).toBe(true);
    expect(ben.head).toBe(4);

    desk.restart();
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("two one ");
    expect(desk.store.aside.size).toBe(2);
    expect(first).toBeDefined();
  });

  it("opens without what builds on a row that is gone", async () => {
    const desk = await written(["one ", "two ", "three "]);
    const [, second] = desk.store.rows.get("c1") ?? [];
    if (second) second.update = new Uint8Array([1, 1, 1]);
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("one ");
    expect([...desk.store.aside.keys()]).toEqual(["c1 2", "c1 3"]);
  });

  it("opens from its rows when the snapshot cannot be read", async () => {
    const desk = await written(["one ", "two "]);
    desk.store.snapshots.set("c1", { upto: 1, state: new Uint8Array([1, 2, 3, 4]) });
    expect((await desk.rooms.currentReview("c1"))?.draft.summary).toBe("two one ");
    expect(desk.store.aside.size).toBe(0);
  });

  it("that shows only in use sends people away once, and then opens without it", async () => {
    const desk = await written(["one "]);
    const ben = await desk.join("ben");
    await desk.store.append([row(new Uint8Array([1, 2, 3, 4, 5, 6]))]);
    await desk.rooms.lookForRows();
    expect(ben.closed?.reason).toBe("storage");
    const again = await desk.join("ben");
    expect(again.doc.getText("summary").toJSON()).toBe("one ");
    expect([...desk.store.aside.keys()]).toEqual(["c1 2"]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeAwarenessUpdate } from "y-protocols/awareness";

import { defaultLimits } from "~/collab/limits";
import { Rooms, type NeighbourNews } from "~/collab/rooms";
import type { DocumentRight } from "~/domain/people/permissions";

import { FakeStore } from "./fake-store";
import { TestClient } from "./test-client";

/** Processes on one database, and what they tell each other; a message may be lost on its way to any of them. */
class Building {
  readonly store = new FakeStore();
  readonly processes: Rooms[];
  readonly errors: string[] = [];
  isLost: () => boolean = () => false;
  now = 0;

  constructor(count: number) {
    const note = (details: object) => void this.errors.push(JSON.stringify(details));
    const log = { info: () => undefined, warn: () => undefined, error: note };
    this.processes = Array.from({ length: count }, (_, me) => {
      const tell = (news: NeighbourNews) => {
        this.processes.forEach((other, index) => {
          if (index === me || this.isLost()) return;
          setImmediate(() => void other.hear(structuredClone(news), `process ${me}`));
        });
      };
      return new Rooms(this.store, defaultLimits, log, () => this.now, null, { tell });
    });
  }

  async join(at: number, person: string): Promise<TestClient> {
    return this.rejoin(at, new TestClient(person));
  }

  async rejoin(
    at: number,
    client: TestClient,
    right: DocumentRight = "write",
  ): Promise<TestClient> {
    const room = await this.processes[at]?.acquire("c1");
    if (!room) throw new Error("no such claim");
    return client.connect(room, right);
  }

  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 4; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.processes.some(({ unsaved }) => unsaved > 0)) quiet = 0;
    }
  }
}

const summaryOf = (client: TestClient) => client.doc.getText("summary").toJSON();

describe("several processes on one database", () => {
  it("show each other's edits in the order of their rows, once", async () => {
    const building = new Building(3);
    const [ann, ben, cat] = [
      await building.join(0, "ann"),
      await building.join(1, "ben"),
      await building.join(2, "cat"),
    ];
    for (let round = 0; round < 10; round++) {
      for (const client of [ann, ben, cat]) client.doc.getText("summary").insert(0, client.person);
    }
    await building.settle();
    expect(summaryOf(ann)).toHaveLength(90);
    expect(summaryOf(ben)).toBe(summaryOf(ann));
    expect(summaryOf(cat)).toBe(summaryOf(ann));
    expect([ann, ben, cat].map(({ closed }) => closed)).toEqual([null, null, null]);
    const edits = (building.store.rows.get("c1") ?? []).reduce((sum, row) => sum + row.edits, 0);
    expect(edits).toBe(30);
  });

  it("come to the same also when messages between them are lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 30 }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
        async (steps, losses) => {
          const building = new Building(3);
          let at = 0;
          building.isLost = () => losses[at++ % losses.length] ?? false;
          const clients = [
            await building.join(0, "ann"),
            await building.join(1, "ben"),
            await building.join(2, "cat"),
          ];
          for (const [who, isWaiting] of steps) {
            clients[who]?.doc.getText("summary").insert(0, `${who}`);
            if (isWaiting) await building.settle();
          }
          await building.settle();
          for (const process of building.processes) await process.lookForRows();
          const texts = clients.map(summaryOf);
          expect(texts[0]).toHaveLength(steps.length);
          expect(new Set(texts).size).toBe(1);
          expect(clients.every(({ allSaved, closed }) => allSaved && closed === null)).toBe(true);
          expect(building.errors).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it("take from somebody who comes over what another one committed and this one has not heard of", async () => {
    const building = new Building(2);
    building.isLost = () => true;
    const [ann, ben, dan] = [
      await building.join(0, "ann"),
      await building.join(0, "ben"),
      await building.join(1, "dan"),
    ];
    ben.doc.getText("summary").insert(0, "from Ben ");
    await building.settle();
    ann.disconnect();
    ann.doc.getText("summary").insert(0, "from Ann ");
    await building.rejoin(1, ann);
    // Sent while the process looks for what it has not heard of.
    ann.doc.getText("summary").insert(0, "and again ");
    await building.settle();
    expect(ann.closed).toBeNull();
    expect(ann.allSaved).toBe(true);
    expect(summaryOf(dan)).toBe("and again from Ann from Ben ");
    expect(building.store.refusedWrites).toEqual([]);
    const rows = building.store.rows.get("c1") ?? [];
    expect(rows.map(({ author, clientIds }) => [author, ...clientIds])).toEqual([
      ["ben", ben.doc.clientID],
      ["ann", ann.doc.clientID],
    ]);
  });

  it("take from somebody who may only comment what others took out and this one has not heard of", async () => {
    const building = new Building(2);
    const [ann, eve] = [
      await building.join(0, "ann"),
      await building.rejoin(0, new TestClient("eve"), "comment"),
    ];
    ann.doc.getText("summary").insert(0, "A summary");
    await building.join(1, "dan");
    await building.settle();
    building.isLost = () => true;
    ann.doc.getText("summary").delete(0, 2);
    await building.settle();
    eve.disconnect();
    await building.rejoin(1, eve, "comment");
    await building.settle();
    expect(eve.closed).toBeNull();
    expect(eve.allSaved).toBe(true);
    expect(building.store.refusedWrites).toEqual([]);
  });

  it("show who is there, wherever they are, until they leave or their process is silent", async () => {
    const building = new Building(2);
    const ann = await building.join(0, "ann");
    ann.awareness.setLocalState({ cursor: 1 });
    await building.settle();
    const ben = await building.join(1, "ben");
    await building.settle();
    const seen = () => ben.awareness.getStates().get(ann.doc.clientID);
    expect(seen()).toMatchObject({ cursor: 1, user: { id: "ann" } });
    ann.awareness.setLocalState({ cursor: 2 });
    await building.settle();
    expect(seen()).toMatchObject({ cursor: 2 });
    const late = encodeAwarenessUpdate(ben.awareness, [ann.doc.clientID]);
    ann.disconnect();
    await building.settle();
    expect(seen()).toBeUndefined();

    // What is repeated late is not taken for Ben's own, and Ann may come back to Ben's process.
    ben.sendAwarenessUpdate(late);
    expect(ben.closed).toBeNull();
    await building.settle();
    const cat = await building.join(1, "cat");
    expect(cat.awareness.getStates().has(ann.doc.clientID)).toBe(false);
    await building.rejoin(1, ann);
    ann.doc.getText("summary").insert(0, "back ");
    await building.settle();
    expect(ann.closed).toBeNull();
    expect(ann.allSaved).toBe(true);
    ann.disconnect();

    const again = await building.join(0, "ann");
    again.awareness.setLocalState({ cursor: 3 });
    await building.settle();
    expect(ben.awareness.getStates().has(again.doc.clientID)).toBe(true);
    building.now += 60_000;
    await building.processes[1]?.tidy();
    expect(ben.awareness.getStates().has(again.doc.clientID)).toBe(false);
  });

  it("know who is in a room that they have not opened, each person once", async () => {
    const building = new Building(2);
    const inRoom = (at: number) => building.processes[at]?.peopleIn("c1").map(({ id }) => id);
    const windows = [await building.join(0, "ann"), await building.join(0, "ann")];
    const bob = await building.join(0, "bob");
    await building.settle();
    expect(inRoom(0)).toEqual(["ann", "bob"]);
    expect(inRoom(1)).toEqual(["ann", "bob"]);
    expect(building.processes[1]?.size).toBe(0);

    windows[0]?.disconnect();
    bob.disconnect();
    await building.settle();
    expect(inRoom(1)).toEqual(["ann"]);
    windows[1]?.disconnect();
    await building.settle();
    expect(inRoom(0)).toEqual([]);
    expect(inRoom(1)).toEqual([]);

    await building.join(0, "ann");
    await building.settle();
    building.now += 60_000;
    await building.processes[1]?.tidy();
    expect(inRoom(1)).toEqual([]);
    await building.processes[0]?.tidy();
    await building.settle();
    expect(inRoom(1)).toEqual(["ann"]);
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import {
  addEvidence,
  moveEvidence,
  readDraft,
  removeEvidence,
  reviewParts,
  setRating,
} from "~/collab/review-document";
import { evidence } from "./draft-arbitrary";
import { ratings } from "~/domain/verdict/rating";

import { Desk } from "./desk";
import { TestClient } from "./test-client";

type Step = (world: World) => Promise<void> | void;

interface World {
  desk: Desk;
  clients: TestClient[];
  /** What was acknowledged: it must never be missing again. */
  saved: Set<string>;
  serial: number;
}

const people = ["ann", "ben", "cat"];
const who = fc.nat(people.length - 1);

const edit = (change: (client: TestClient, mark: string) => void) =>
  who.map((index): Step => (world) => {
    const client = world.clients[index];
    if (client) change(client, `<${world.serial++}>`);
  });

const at = fc.double({ min: 0, max: 1, noNaN: true });

const steps: fc.Arbitrary<Step> = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(
        edit((client, mark) => client.doc.getText("summary").insert(0, mark)),
        at,
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        edit(({ doc }) => {
          const text = doc.getText("summary");
          if (text.length > 5) text.delete(text.length - 3, 2);
        }),
        at,
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(
        edit(({ doc }, mark) => {
          const paragraph = new Y.XmlElement("paragraph");
          const text = new Y.XmlText();
          text.applyDelta([{ insert: mark, attributes: { bold: {} } }, { insert: " plain" }]);
          paragraph.insert(0, [text]);
          const { rationale } = reviewParts(doc);
          rationale.insert(Math.floor(rationale.length / 2), [paragraph]);
        }),
        at,
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        edit(({ doc }) => {
          const first = reviewParts(doc).rationale.toArray()[0];
          const text = first instanceof Y.XmlElement ? first.toArray()[0] : null;
          if (text instanceof Y.XmlText && text.length > 2) text.format(0, 2, { italic: {} });
        }),
        at,
      ),
    },
  )
  .map(([step]) => step);

const cards: fc.Arbitrary<Step> = fc.tuple(who, evidence, fc.nat(3)).map(([index, item, kind]) => {
  return ({ clients }) => {
    const doc = clients[index]?.doc;
    if (!doc) return;
    const id = readDraft(doc).evidence[0]?.id;
    if (kind === 0 || id === undefined) addEvidence(doc, item);
    else if (kind === 1) moveEvidence(doc, id, 1);
    else if (kind === 2) removeEvidence(doc, id);
    else setRating(doc, ratings[item.title.length % ratings.length] ?? null);
  };
});

const network: fc.Arbitrary<Step> = fc.oneof(
  who.map(
    (index): Step =>
      ({ clients }) =>
        clients[index]?.disconnect(),
  ),
  who.map((index): Step => async ({ clients, desk }) => {
    const client = clients[index];
    if (client && !client.peer) client.connect(await desk.room());
  }),
  fc.constant<Step>(({ desk }) => desk.settle()),
  fc.constant<Step>(({ desk }) => desk.turn()),
  fc.constant<Step>(async ({ desk }) => {
    desk.store.failure = "beforeCommit";
    await desk.settle();
    desk.store.failure = null;
  }),
  fc.constant<Step>(async ({ desk }) => {
    desk.store.failure = "afterCommit";
    await desk.settle();
    desk.store.failure = null;
  }),
  fc.constant<Step>(async ({ desk }) => {
    desk.now += 60_000;
    await desk.rooms.tidy();
  }),
  // kill -9: connections break, memory is gone.
  fc.constant<Step>(({ desk, clients }) => {
    for (const client of clients) client.peer = null;
    desk.restart();
  }),
);

it("people who edit, lose connections and come back end up with the same document, and nothing saved is lost", async () => {
  const life = fc.array(
    fc.oneof({ weight: 3, arbitrary: steps }, { weight: 2, arbitrary: cards }, network),
    { minLength: 5, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(life, async (script) => {
      const desk = new Desk({ snapshotRows: 5, messageBurst: 100_000 });
      const clients: TestClient[] = [];
      for (const person of people) {
        clients.push(new TestClient(person).connect(await desk.room()));
      }
      const world: World = { desk, clients, saved: new Set(), serial: 0 };
      for (const step of script) {
        await step(world);
        // What one person was shown of another's work is in storage at that moment.
        const stored = new Y.Doc();
        for (const row of desk.store.rows.get("c1") ?? []) Y.applyUpdate(stored, row.update);
        for (const client of clients) {
          for (const other of clients) {
            if (other === client) continue;
            const id = other.doc.clientID;
            const seen = Y.getState(client.doc.store, id);
            expect(Y.getState(stored.store, id)).toBeGreaterThanOrEqual(seen);
          }
        }
      }
      for (let round = 0; round < 3; round++) {
        for (const client of clients) if (!client.peer) client.connect(await desk.room());
        await desk.settle();
      }
      desk.restart();
      const late = await desk.join("late");
      for (const client of clients) {
        expect(client.allSaved).toBe(true);
        expect(readDraft(client.doc)).toEqual(readDraft(late.doc));
        expect(client.doc.store.pendingStructs).toBeNull();
      }
      // Every row is the work of the person who introduced its client ids.
      for (const row of desk.store.rows.get("c1") ?? []) {
        const owner = clients.find((client) => client.person === row.author);
        expect(row.clientIds.every((id) => id === owner?.doc.clientID)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
}, 60_000);

import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";

import { documentFrom } from "~/collab/committed-document";
import { readDiscussion } from "~/collab/comments/discussion";
import { readDraft } from "~/collab/review-document";

import { clocksOf, deletionsOf } from "./simulation/ledger";
import { day } from "./simulation/steps";
import { claimId, World } from "./simulation/world";
import { TestClient } from "./test-client";

/** `SESSIONS=10000 npm run test:unit -- tests/unit/collab/convergence.test.ts` for the long form; `SEED` repeats one. */
const sessions = Number(process.env["SESSIONS"] ?? 100);
const seed = Number(process.env["SEED"] ?? Date.now() % 2 ** 31);

const contentOf = (doc: Y.Doc) => ({ draft: readDraft(doc), discussion: readDiscussion(doc) });

function expectSame(doc: Y.Doc, other: Y.Doc): void {
  expect(doc.store.pendingStructs).toBeNull();
  expect(doc.store.pendingDs).toBeNull();
  expect(clocksOf(doc)).toEqual(clocksOf(other));
  expect(Y.equalDeleteSets(deletionsOf(doc), deletionsOf(other))).toBe(true);
  expect(contentOf(doc)).toEqual(contentOf(other));
}

it(
  "people who edit over wires that break, with processes and storage that fail, end up with the same document, and nothing saved is lost",
  async () => {
    const sum = { steps: 0, rows: 0, doubles: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(1, 2), day, async (processes, steps) => {
        const world = new World(processes);
        for (const [index, tab] of world.tabs.entries()) await world.connect(tab, index);
        for (const step of steps) {
          await step(world);
          world.check();
        }
        await world.heal();

        const rows = world.rows.map(({ update }) => update);
        const rebuilt = documentFrom(
          rows.length > 0 ? Y.mergeUpdates(rows) : Y.encodeStateAsUpdate(new Y.Doc()),
        );
        expectSame(rebuilt, world.ledger.stored);
        for (const { client } of world.tabs) {
          expect(client.allSaved).toBe(true);
          expectSame(client.doc, rebuilt);
        }
        // From the newest snapshot and the rows after it, in a process that knows nothing else.
        world.kill(0, false);
        const room = await world.processes[0]?.rooms.acquire(claimId);
        if (!room) throw new Error("the review is gone");
        const late = new TestClient("late").connect(room, "read");
        expectSame(late.doc, rebuilt);
        sum.steps += steps.length;
        sum.rows += rows.length;
        sum.doubles += world.ledger.doubles;
      }),
      { numRuns: sessions, seed },
    );
    console.log(
      `${sessions} sessions (seed ${seed}), ${sum.steps} steps, ${sum.rows} rows, ` +
        `${sum.doubles} structs in two of them after a late commit: all equal`,
    );
  },
  60_000 + sessions * 500,
);

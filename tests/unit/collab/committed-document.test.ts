import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";

import { CommittedDocument } from "~/collab/committed-document";

const letters = "the council closed the bridge in May after a report of the inspectors ".repeat(20);

test("resting between edits loses nothing, however often and of whatever size", () => {
  const step = fc.record({
    at: fc.nat(5_000),
    words: fc.nat(letters.length).map((length) => letters.slice(0, length)),
    rests: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const doc = new Y.Doc();
      const committed = new CommittedDocument([]);
      doc.on("update", (update: Uint8Array) => committed.apply(update));
      for (const { at, words, rests } of steps) {
        const text = doc.getText("summary");
        text.insert(Math.min(at, text.length), words);
        if (rests) committed.rest();
      }
      const copy = new Y.Doc();
      Y.applyUpdate(copy, committed.state());
      expect(copy.getText("summary").toString()).toBe(doc.getText("summary").toString());
      expect(committed.clockOf(doc.clientID)).toBe(Y.getState(doc.store, doc.clientID));
      expect(committed.stateVector()).toEqual(Y.encodeStateVector(doc));
    }),
    { numRuns: 60 },
  );
});

test("what rests and is asked again answers the same, for a newcomer and for one who has some of it", () => {
  const doc = new Y.Doc();
  const committed = new CommittedDocument([]);
  doc.on("update", (update: Uint8Array) => committed.apply(update));
  doc.getText("summary").insert(0, letters.repeat(10));
  const half = Y.encodeStateVector(doc);
  doc.getText("summary").insert(7, "not ");
  const [whole, rest] = [committed.state(), committed.stateSince(half)];
  committed.rest();
  expect(committed.isResting).toBe(true);
  expect(committed.stateSince(half)).toEqual(rest);
  expect(committed.isResting).toBe(false);
  committed.rest();
  expect(committed.state()).toEqual(whole);
});

import { expect, test } from "vitest";
import * as Y from "yjs";

import { LineUndo } from "~/collab/line-undo";
import { addEvidence, findCard, readCard, setCardLine } from "~/collab/review-document";

/** The same card at two people, whose edits reach the other at once. */
function twoPeople() {
  const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
  mine.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "net") Y.applyUpdate(theirs, update, "net");
  });
  theirs.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== "net") Y.applyUpdate(mine, update, "net");
  });
  addEvidence(mine, { id: "a", title: "Old" });
  const cards = [mine, theirs].map((doc) => findCard(doc, "a") ?? new Y.Map());
  const [card = new Y.Map(), other = new Y.Map()] = cards;
  return { card, other, undo: new LineUndo(card) };
}

test("undo takes back one's own edit of a line, and redo brings it again", () => {
  const { card, other, undo } = twoPeople();
  undo.edit(() => setCardLine(card, "title", "Minutes"));
  setCardLine(other, "publisher", "The council");
  // One's own as well, but in another field, which remembers it by itself.
  setCardLine(card, "locator", "page 3");
  undo.undo();
  const others = { publisher: "The council", locator: "page 3" };
  expect(readCard(other)).toMatchObject({ title: "Old", ...others });
  undo.redo();
  expect(readCard(card)).toMatchObject({ title: "Minutes", ...others });
});

test("undo leaves what somebody else wrote over it", () => {
  const { card, other, undo } = twoPeople();
  undo.edit(() => setCardLine(card, "title", "Minutes"));
  setCardLine(other, "title", "Minutes of the council");
  undo.undo();
  expect(readCard(card).title).toBe("Minutes of the council");
});

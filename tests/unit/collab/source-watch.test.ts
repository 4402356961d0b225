import { expect, test } from "vitest";
import * as Y from "yjs";

import {
  addEvidence,
  cardText,
  findCard,
  moveEvidence,
  removeEvidence,
  restoreEvidence,
  setCardLine,
} from "~/collab/review-document";
import { SourceWatch } from "~/collab/source-watch";

function watched() {
  const doc = new Y.Doc();
  for (const id of ["a", "b"]) addEvidence(doc, { id, title: id.toUpperCase() });
  const watch = new SourceWatch(doc);
  let told = 0;
  const stop = watch.subscribe(() => (told += 1));
  return { doc, watch, stop, told: () => told };
}

test("a source is known by the number that it has now", () => {
  const { doc, watch } = watched();
  expect(watch.find("b")).toMatchObject({ number: 2, title: "B" });
  moveEvidence(doc, "b", -1);
  expect(watch.find("b")?.number).toBe(1);
  removeEvidence(doc, "b");
  expect(watch.find("b")).toBeUndefined();
  expect(watch.find("a")?.number).toBe(1);
  restoreEvidence(doc, "b");
  expect(watch.find("b")?.number).toBe(1);
});

test("nobody is told of what footnotes do not show", () => {
  const { doc, watch, told } = watched();
  const before = watch.getSnapshot();
  const card = findCard(doc, "a");
  if (!card) throw new Error("there is no card");
  cardText(card, "note")?.insert(0, "A long note");
  expect(told()).toBe(0);
  expect(watch.getSnapshot()).toBe(before);
  setCardLine(card, "title", "Minutes");
  expect(told()).toBe(1);
});

test("what changed while nobody listened is known to the next who does", () => {
  const { doc, watch, stop } = watched();
  stop();
  addEvidence(doc, { id: "c" });
  watch.subscribe(() => undefined);
  expect(watch.find("c")?.number).toBe(3);
});

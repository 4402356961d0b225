import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";

import { DiscussionWatch } from "~/collab/comments/discussion-watch";
import { startThread } from "~/collab/comments/write-comments";
import { addEvidence, removeEvidence, reviewParts } from "~/collab/review-document";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const comment = (id: string) => ({
  id,
  author: "ann",
  at: "2026-11-27T10:00:00.000Z",
  words: "Why?",
  mentions: [],
});

function watched() {
  const doc = new Y.Doc();
  addEvidence(doc, { id: "card" });
  const watch = new DiscussionWatch(doc);
  const heard = vi.fn();
  return { doc, watch, heard, end: watch.subscribe(heard) };
}

test("comments are shown at once, and typing elsewhere changes nothing", () => {
  const { doc, watch, heard } = watched();
  startThread(doc, { kind: "field", field: "evidence", card: "card" }, comment("a"));
  expect(watch.getSnapshot()).toMatchObject([{ id: "a", isOrphan: false }]);
  const before = watch.getSnapshot();
  const paragraph = new Y.XmlElement("paragraph");
  reviewParts(doc).rationale.insert(0, [paragraph]);
  vi.runAllTimers();
  expect(watch.getSnapshot()).toBe(before);
  expect(heard).toHaveBeenCalledTimes(1);
});

test("what loses its place is told a moment later, as long as somebody looks", () => {
  const { doc, watch, heard, end } = watched();
  startThread(doc, { kind: "field", field: "evidence", card: "card" }, comment("a"));
  removeEvidence(doc, "card");
  expect(watch.getSnapshot()[0]?.isOrphan).toBe(false);
  vi.runAllTimers();
  expect(watch.getSnapshot()[0]?.isOrphan).toBe(true);
  end();
  startThread(doc, { kind: "field", field: "summary" }, comment("b"));
  expect(heard).toHaveBeenCalledTimes(2);
});

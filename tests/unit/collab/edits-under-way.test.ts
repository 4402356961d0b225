import { expect, test } from "vitest";
import * as Y from "yjs";

import { CommitLane, type EditOutcome } from "~/collab/commit-lane";
import { EditsUnderWay } from "~/collab/edits-under-way";
import { defaultLimits, TokenBucket } from "~/collab/limits";
import { Seat } from "~/collab/seat";
import type { DocumentRight } from "~/domain/people/permissions";

import { FakeStore } from "./fake-store";

function seatOf(id: string, right: DocumentRight = "write"): Seat {
  const peer = {
    person: { id, name: id, color: "#000000" },
    right,
    round: 0,
    send: () => undefined,
    rest: () => undefined,
    close: () => undefined,
  };
  return new Seat(peer, defaultLimits, 0, new TokenBucket(1, 1, 0));
}

function typed(text: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText("summary").insert(0, text);
  return Y.encodeStateAsUpdate(doc);
}

function setUp() {
  const store = new FakeStore();
  const lane = new CommitLane(store, 1_000_000);
  const ended: [string, EditOutcome["kind"]][] = [];
  const edits: EditsUnderWay = new EditsUnderWay("claim", lane, (edit, { kind }) => {
    edits.remove(edit);
    ended.push([edit.edit.author, kind]);
  });
  return { store, lane, ended, edits };
}

test("what one person types while nothing was taken yet is one edit; what another types is another", async () => {
  const { store, lane, ended, edits } = setUp();
  const [ana, ben] = [seatOf("ana"), seatOf("ben")];
  edits.add(ana, 1, { update: typed("a"), clientIds: [1], mentions: [] });
  edits.add(ana, 2, { update: typed("b"), clientIds: [2], mentions: [] });
  edits.add(ben, 1, { update: typed("c"), clientIds: [3], mentions: [] });
  expect(edits.lastOf("ana")?.seats.get(ana)).toBe(2);
  await lane.idle();
  expect(store.rows.get("claim")?.map(({ author, edits: count }) => [author, count])).toEqual([
    ["ana", 2],
    ["ben", 1],
  ]);
  expect(ended).toEqual([
    ["ana", "committed"],
    ["ben", "committed"],
  ]);
  expect(edits.isEmpty).toBe(true);
});

test("what is called back before it was taken never reaches storage, and nobody waits for it", async () => {
  const { store, lane, ended, edits } = setUp();
  edits.add(seatOf("ana"), 1, { update: typed("a"), clientIds: [1], mentions: [] });
  edits.add(seatOf("ben"), 1, { update: typed("b"), clientIds: [2], mentions: [] });
  const settled = edits.settled();
  expect(edits.callBack("ana").map(({ edit }) => edit.author)).toEqual(["ana"]);
  expect(edits.lastOf("ana")).toBeUndefined();
  await lane.idle();
  await settled;
  expect(store.rows.get("claim")?.map(({ author }) => author)).toEqual(["ben"]);
  expect(ended).toEqual([["ben", "committed"]]);
});

test("what somebody writes who may only comment is never one edit with what they wrote before", async () => {
  const { store, lane, edits } = setUp();
  edits.add(seatOf("ana"), 1, { update: typed("a"), clientIds: [1], mentions: [] });
  edits.add(seatOf("ana", "comment"), 1, { update: typed("b"), clientIds: [2], mentions: [] });
  await lane.idle();
  expect(store.rows.get("claim")?.map((row) => row.isCommentsOnly)).toEqual([false, true]);
});

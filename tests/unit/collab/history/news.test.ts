import { expect, it } from "vitest";
import * as Y from "yjs";

import { startThread } from "~/collab/comments/write-comments";
import { readNews } from "~/collab/history/news";
import { reviewParts, setRating } from "~/collab/review-document";
import type { LoggedEdit } from "~/domain/review/logged-edit";

/** A log that several people wrote in one document, a row for each change. */
function logOf(...changes: [author: string, change: (doc: Y.Doc) => void][]): LoggedEdit[] {
  const doc = new Y.Doc();
  return changes.map(([author, change], index) => {
    const known = Y.encodeStateVector(doc);
    change(doc);
    const at = new Date(Date.UTC(2026, 10, 26, 9, index)).toISOString();
    return { n: index + 1, author, at, edits: 1, update: Y.encodeStateAsUpdate(doc, known) };
  });
}

const say = (words: string) => (doc: Y.Doc) => reviewParts(doc).summary.insert(0, words);
const comment = (author: string) => (doc: Y.Doc) =>
  startThread(
    doc,
    { kind: "field", field: "summary" },
    { id: `of ${author}`, author, at: "2026-11-26T09:00:00.000Z", words: "Why?", mentions: [] },
  );
const rows = logOf(
  ["ana", say("One. ")],
  ["ben", say("Two. ")],
  ["ben", (doc) => setRating(doc, "false")],
  ["cy", comment("cy")],
  ["ana", comment("ana")],
);
const rowsAfter = (log: LoggedEdit[]) => (n: number) =>
  Promise.resolve(log.filter((row) => row.n > n));
const looked = (n: number) => ({ last: { n, at: "2026-11-26T09:00:00.000Z" }, before: null });
const now = Date.parse("2026-11-27T09:00:00.000Z");

it("counts what others changed and said since, and names them in order", async () => {
  expect(await readNews(looked(1), "ana", now, rowsAfter(rows))).toEqual({
    since: looked(1).last,
    changes: 2,
    comments: 1,
    by: ["ben", "cy"],
  });
  expect(await readNews(looked(3), "ben", now, rowsAfter(rows))).toMatchObject({
    changes: 0,
    comments: 2,
  });
});

it("says nothing of one's own work, nor of what was undone again", async () => {
  expect(await readNews(looked(4), "ana", now, rowsAfter(rows))).toBeNull();
  const undone = logOf(
    ["ana", say("One. ")],
    ["ben", say("Two. ")],
    ["ben", (doc) => reviewParts(doc).summary.delete(0, 5)],
  );
  expect(await readNews(looked(1), "ana", now, rowsAfter(undone))).toBeNull();
});

it("reads the rows after the look alone where nobody else has written", async () => {
  const asked: number[] = [];
  const ask = (n: number) => {
    asked.push(n);
    return rowsAfter(rows)(n);
  };
  await readNews(looked(4), "ana", now, ask);
  expect(asked).toEqual([4]);
});

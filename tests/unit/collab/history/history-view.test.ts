import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { startThread } from "~/collab/comments/write-comments";
import { historyView } from "~/collab/history/history-view";
import { restoreDraft } from "~/collab/history/restore";
import { versionsAt } from "~/collab/history/versions";
import type { LoggedEdit } from "~/domain/review/logged-edit";
import {
  readDraft,
  removeEvidence,
  reviewParts,
  setRating,
  writeDraft,
} from "~/collab/review-document";
import { compareDrafts, hasChanges } from "~/domain/verdict/compare-drafts";

import { draft } from "../draft-arbitrary";

/** A log written by people at replicas of their own; each change of one of them is a row. */
class Log {
  readonly rows: LoggedEdit[] = [];
  readonly #replicas = new Map<string, Y.Doc>();

  write(author: string, minute: number, change: (doc: Y.Doc) => void): void {
    const doc = this.#replicas.get(author) ?? new Y.Doc();
    this.#replicas.set(author, doc);
    for (const { update } of this.rows) Y.applyUpdate(doc, update);
    const before = Y.encodeStateVector(doc);
    change(doc);
    this.rows.push({
      n: this.rows.length + 1,
      author,
      at: new Date(Date.UTC(2026, 0, 1, 9, minute)).toISOString(),
      edits: 1,
      update: Y.encodeStateAsUpdate(doc, before),
    });
  }
}

const say = (text: string) => (doc: Y.Doc) =>
  reviewParts(doc).summary.insert(reviewParts(doc).summary.length, text);

function example(): Log {
  const log = new Log();
  log.write("ana", 0, say("The bridge was never built. "));
  log.write("ben", 2, say("The council"));
  log.write("ana", 4, say(" said no."));
  log.write("ben", 40, (doc) => setRating(doc, "false"));
  return log;
}

describe("a sitting", () => {
  it("says when people only talked", () => {
    const log = example();
    const first = {
      id: "a",
      author: "ana",
      at: "2026-01-01T12:00:00.000Z",
      words: "Why?",
      mentions: [],
    };
    log.write("ana", 180, (doc) => startThread(doc, { kind: "field", field: "rating" }, first));
    const { sittings } = historyView(log.rows, "ben", { at: null, since: null });
    expect(sittings.map(({ changed }) => changed)).toEqual(["summary", "rating", "discussion"]);
  });
});

describe("versions", () => {
  it("are rebuilt from the log alone, the empty one too", () => {
    const versions = versionsAt(example().rows, [0, 2, 4, 9]);
    expect([...versions.keys()]).toEqual([0, 2, 4]);
    expect(versions.get(0)?.draft.summary).toBe("");
    expect(versions.get(2)?.draft.summary).toBe("The bridge was never built. The council");
    expect(versions.get(4)?.draft.rating).toBe("false");
  });

  it("tell who wrote which sentence, and when its last word came", () => {
    const { rows } = example();
    const [part, ...others] = versionsAt(rows, [4]).get(4)?.authorship ?? [];
    expect(others).toEqual([]);
    expect(part?.sentences).toEqual([
      {
        text: "The bridge was never built.",
        authors: [{ id: "ana", share: 1 }],
        lastAt: rows[0]?.at,
      },
      {
        text: "The council said no.",
        authors: [
          { id: "ben", share: 10 / 17 },
          { id: "ana", share: 7 / 17 },
        ],
        lastAt: rows[2]?.at,
      },
    ]);
  });

  it("tell the time of words that were typed on from where their author had stopped", () => {
    const log = new Log();
    log.write("ana", 0, say("The council"));
    log.write("ana", 9, say(" said no."));
    const [part] = versionsAt(log.rows, [2]).get(2)?.authorship ?? [];
    expect(part?.sentences).toMatchObject([{ lastAt: log.rows[1]?.at }]);
  });

  it("trace the words of a rationale, also after others were deleted", () => {
    const log = new Log();
    const paragraph = (text: string) => ({ type: "paragraph" as const, runs: [{ text }] });
    log.write("ana", 0, (doc) =>
      writeDraft(doc, {
        ...readDraft(doc),
        rationale: [paragraph("Long gone."), paragraph("It stands.")],
      }),
    );
    log.write("ben", 1, (doc) => reviewParts(doc).rationale.delete(0, 1));
    const parts = versionsAt(log.rows, [2]).get(2)?.authorship;
    expect(parts).toMatchObject([
      {
        place: "rationale",
        sentences: [{ text: "It stands.", authors: [{ id: "ana", share: 1 }] }],
      },
    ]);
  });
});

describe("the page of a review's history", () => {
  it("shows the newest version against how the review stood before its sitting", () => {
    const view = historyView(example().rows, "ana", { at: null, since: null });
    expect(view).toMatchObject({ head: 4, since: 3, shown: { n: 4, author: "ben" }, ownLast: 3 });
    expect(view.changes).toMatchObject({ rating: { from: null, to: "false" }, summary: null });
    expect(view.sittings.map(({ changed }) => changed)).toEqual(["summary", "rating"]);
  });

  it("shows who comes back what others wrote since their last edit", () => {
    const log = example();
    log.write("eve", 41, say(" Or is it?"));
    log.write("ben", 42, say(" It is."));
    log.write("ana", 43, say(" No."));
    expect(historyView(log.rows, "eve", { at: null, since: null }).since).toBe(5);
    expect(historyView(log.rows, "eve", { at: 5, since: null }).since).toBe(3);
    expect(historyView(log.rows, "ana", { at: null, since: null }).since).toBe(3);
  });

  it("takes the nearest version for one that there is not", () => {
    const view = historyView(example().rows, "eve", { at: 99, since: 50 });
    expect(view).toMatchObject({ since: 4, shown: { n: 4 }, ownLast: null });
    expect(hasChanges(view.changes)).toBe(false);
  });

  it("is empty for a review that nobody has written in", () => {
    const view = historyView([], "ana", { at: null, since: 3 });
    expect(view).toMatchObject({ head: 0, since: 0, sittings: [], shown: { n: 0 } });
  });
});

describe("restoring", () => {
  it("brings back any version, from any other", () => {
    fc.assert(
      fc.property(draft, draft, (earlier, later) => {
        const doc = new Y.Doc();
        writeDraft(doc, earlier);
        const kept = readDraft(doc);
        restoreDraft(doc, later);
        expect(readDraft(doc)).toEqual(later);
        restoreDraft(doc, kept);
        expect(readDraft(doc)).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it("changes nothing when nothing differs but the rationale's nodes", () => {
    fc.assert(
      fc.property(draft, (one) => {
        const doc = new Y.Doc();
        writeDraft(doc, one);
        restoreDraft(doc, readDraft(doc));
        expect(hasChanges(compareDrafts(one, readDraft(doc)))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it("leaves paragraphs that are the same to their authors", () => {
    const log = new Log();
    const paragraphs = (...texts: string[]) =>
      texts.map((text) => ({ type: "paragraph" as const, runs: [{ text }] }));
    const empty = readDraft(new Y.Doc());
    log.write("ana", 0, (doc) =>
      writeDraft(doc, { ...empty, rationale: paragraphs("First.", "Second.", "Third.") }),
    );
    const version = versionsAt(log.rows, [1]).get(1);
    log.write("ana", 1, (doc) => reviewParts(doc).rationale.delete(1, 1));
    log.write("ben", 2, (doc) => restoreDraft(doc, version?.draft ?? empty));
    const restored = versionsAt(log.rows, [3]).get(3);
    expect(restored?.draft).toEqual(version?.draft);
    expect(
      restored?.authorship.map(({ sentences }) => [
        sentences[0]?.text,
        sentences[0]?.authors.map(({ id }) => id),
      ]),
    ).toEqual([
      ["First.", ["ana"]],
      ["Second.", ["ben"]],
      ["Third.", ["ana"]],
    ]);
  });

  it("brings back a card with the words in it, which somebody may be writing in", () => {
    const doc = new Y.Doc();
    const log = new Log();
    log.write("ana", 0, (own) =>
      writeDraft(own, {
        rating: null,
        summary: "",
        rationale: [],
        evidence: [card("minutes", "Page 3 says so.")],
      }),
    );
    for (const { update } of log.rows) Y.applyUpdate(doc, update);
    const version = readDraft(doc);
    const before = reviewParts(doc).evidence.get(0);
    removeEvidence(doc, "minutes");
    expect(readDraft(doc).evidence).toEqual([]);
    restoreDraft(doc, version);
    expect(readDraft(doc)).toEqual(version);
    expect(reviewParts(doc).evidence.get(0)).toBe(before);
  });
});

const card = (id: string, excerpt: string) => ({
  id,
  title: "Minutes",
  url: "",
  publisher: "",
  publishedOn: "",
  stance: "refutes" as const,
  sourceType: "primary" as const,
  excerpt,
  locator: "",
  note: "",
  accessedOn: "",
});

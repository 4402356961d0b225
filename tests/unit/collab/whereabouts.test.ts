import { beforeEach, describe, expect, it } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";

import { caretsIn, enterPart, moveCaret, peopleAt } from "~/collab/whereabouts";

const person = (id: string) => ({ id, name: `Name of ${id}`, color: "#1d4ed8" });

/** Somebody's page: their document and whom they see. */
function page(id: string) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  clearInterval(awareness._checkInterval);
  awareness.setLocalStateField("user", person(id));
  return { doc, text: doc.getText("summary"), awareness };
}

type Page = ReturnType<typeof page>;

function tell(from: Page, to: Page): void {
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
  const states = encodeAwarenessUpdate(from.awareness, [from.doc.clientID]);
  applyAwarenessUpdate(to.awareness, states, null);
}

let ann: Page;
let ben: Page;
beforeEach(() => {
  [ann, ben] = [page("ann"), page("ben")];
  ann.text.insert(0, "one two");
});

const seen = (part: string) => peopleAt(ben.awareness, "ben", part).map(({ id }) => id);
const carets = (part = "summary") =>
  caretsIn(ben.awareness, "ben", part, ben.text).map(({ index }) => index);

describe("where somebody is", () => {
  it("is seen in one part at a time, and in none when they leave it", () => {
    enterPart(ann.awareness, "summary");
    tell(ann, ben);
    expect([seen("summary"), seen("rating")]).toEqual([["ann"], []]);
    enterPart(ann.awareness, "rating");
    tell(ann, ben);
    expect([seen("summary"), seen("rating")]).toEqual([[], ["ann"]]);
    enterPart(ann.awareness, null);
    tell(ann, ben);
    expect(seen("rating")).toEqual([]);
  });

  it("is told once for several windows, and never of oneself", () => {
    for (const window of [ann, page("ann"), page("ben")]) {
      enterPart(window.awareness, "summary");
      tell(window, ben);
    }
    enterPart(ben.awareness, "summary");
    expect(seen("summary")).toEqual(["ann"]);
  });
});

describe("a caret", () => {
  it("moves with the words around it, and goes with its part", () => {
    enterPart(ann.awareness, "summary");
    moveCaret(ann.awareness, ann.text, 4);
    tell(ann, ben);
    expect(carets()).toEqual([4]);
    ben.text.insert(0, "So: ");
    expect(carets()).toEqual([8]);
    enterPart(ann.awareness, "rating");
    tell(ann, ben);
    expect([carets(), carets("rating")]).toEqual([[], []]);
  });

  it("is not told again while it stays", () => {
    enterPart(ann.awareness, "summary");
    moveCaret(ann.awareness, ann.text, 4);
    const clock = ann.awareness.meta.get(ann.doc.clientID)?.clock;
    moveCaret(ann.awareness, ann.text, 4);
    enterPart(ann.awareness, "summary");
    expect(ann.awareness.meta.get(ann.doc.clientID)?.clock).toBe(clock);
  });

  it("that is none, or in another text, is not shown", () => {
    const other = ann.doc.getText("other");
    other.insert(0, "elsewhere");
    enterPart(ann.awareness, "summary");
    moveCaret(ann.awareness, other, 2);
    tell(ann, ben);
    expect(carets()).toEqual([]);
    for (const caret of ["x", 7, { item: { client: -1, clock: 1e99 } }, { type: [] }, {}]) {
      ann.awareness.setLocalStateField("caret", caret);
      tell(ann, ben);
      expect(carets()).toEqual([]);
    }
    ann.awareness.setLocalStateField("user", { name: "nobody" });
    tell(ann, ben);
    expect(seen("summary")).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";

import { localCopies } from "~/collab/local-copy";

const stored = new Map<string, string>();
const copy = { lineage: "l", round: 2 };

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  });
});
afterEach(() => void vi.unstubAllGlobals());

describe("the copies that a browser knows of", () => {
  it("are read as they are kept now, as they were kept before there were rounds, and not at all", () => {
    const { all } = localCopies("ann");
    expect(all("c1")).toEqual([]);
    stored.set("countersign:ann:c1", JSON.stringify([copy]));
    expect(all("c1")).toEqual([copy]);
    stored.set("countersign:ann:c1", "a-bare-lineage");
    expect(all("c1")).toEqual([{ lineage: "a-bare-lineage", round: -1 }]);
    stored.set("countersign:ann:c1", '[{"lineage": 1}]');
    expect(all("c1")).toEqual([]);
  });
});

describe("where a browser keeps nothing", () => {
  it("a document is held until the page is closed, for this person and claim alone", async () => {
    const copies = localCopies("ann");
    const doc = new Y.Doc();
    doc.getText("summary").insert(0, "Mine.");
    copies.hold("c1", copy, doc);
    expect(copies.all("c1")).toEqual([copy]);
    expect(copies.lasts("c1", copy)).toBe(false);
    expect(copies.all("c2")).toEqual([]);
    expect(localCopies("ben").all("c1")).toEqual([]);

    const again = new Y.Doc();
    Y.applyUpdate(again, await copies.read("c1", copy));
    expect(again.getText("summary").toJSON()).toBe("Mine.");
    await copies.discard("c1", copy);
    expect(copies.all("c1")).toEqual([]);
  });

  it("and goes into the document again when the same round is opened", async () => {
    const copies = localCopies("ann");
    const doc = new Y.Doc();
    doc.getText("summary").insert(0, "Mine.");
    copies.hold("c1", copy, doc);
    const again = new Y.Doc();
    await expect(copies.open("c1", copy, again)).rejects.toThrow("keeps no copies");
    expect(again.getText("summary").toJSON()).toBe("Mine.");
    expect(copies.all("c1")).toEqual([]);
  });
});

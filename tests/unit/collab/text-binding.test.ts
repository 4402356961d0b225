import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

import { bindText, type TextControl } from "~/collab/text-binding";
import { changeBetween, positionAfter } from "~/collab/text-change";

/** A text field without a browser. */
class FakeField extends EventTarget {
  value = "";
  selectionStart = 0;
  selectionEnd = 0;
  setSelectionRange(start: number | null, end: number | null): void {
    this.selectionStart = start ?? 0;
    this.selectionEnd = end ?? 0;
  }
  type(at: number, removed: number, inserted: string): void {
    this.value = this.value.slice(0, at) + inserted + this.value.slice(at + removed);
    this.setSelectionRange(at + inserted.length, at + inserted.length);
    this.dispatchEvent(new Event("input"));
  }
  press(key: string, shiftKey = false): void {
    const event = Object.assign(new Event("keydown"), { key, shiftKey, ctrlKey: true });
    this.dispatchEvent(event);
  }
}

function setUp(initial: string) {
  const doc = new Y.Doc();
  const text = doc.getText("summary");
  text.insert(0, initial);
  const field = new FakeField();
  const end = bindText(field as unknown as TextControl, text);
  return { text, field, end };
}

const words = fc.string({ unit: "grapheme", maxLength: 20 });

describe("the change between two texts", () => {
  it("leads from one to the other and splits no character", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = changeBetween(before, after);
        const { at, removed, inserted } = change ?? { at: 0, removed: 0, inserted: "" };
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
        expect(inserted).not.toMatch(/\p{Surrogate}/u);
        expect(before.slice(at, at + removed)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it("is as small as it can be for one stroke", () => {
    expect(changeBetween("fact", "facts")).toEqual({ at: 4, removed: 0, inserted: "s" });
    expect(changeBetween("a😀b", "a😁b")).toEqual({ at: 1, removed: 2, inserted: "😁" });
  });
});

describe("a position", () => {
  it("moves with the words around it", () => {
    expect(positionAfter(5, [{ insert: "abc" }])).toBe(8);
    expect(positionAfter(5, [{ retain: 2 }, { delete: 2 }])).toBe(3);
    expect(positionAfter(5, [{ retain: 4 }, { delete: 4 }])).toBe(4);
    expect(positionAfter(5, [{ retain: 9 }, { insert: "abc" }])).toBe(5);
    expect(positionAfter(5, [{ retain: 5 }, { insert: "abc" }])).toBe(5);
  });
});

describe("a text field bound to a shared text", () => {
  it("carries strokes both ways and keeps the caret at its words", () => {
    const { text, field } = setUp("It rained.");
    field.type(3, 6, "poured");
    expect(text.toJSON()).toBe("It poured.");
    expect(field.selectionStart).toBe(9);
    text.insert(0, "Yes: ");
    expect(field.value).toBe("Yes: It poured.");
    expect(field.selectionStart).toBe(14);
  });

  it("lets a composed word be finished before it shows what others wrote", () => {
    const { text, field } = setUp("one two");
    field.dispatchEvent(new Event("compositionstart"));
    field.type(7, 0, " に");
    text.insert(0, "zero ");
    expect(field.value).toBe("one two に");
    field.type(8, 1, "二");
    field.dispatchEvent(new Event("compositionend"));
    expect(text.toJSON()).toBe("zero one two 二");
    expect(field.value).toBe("zero one two 二");
  });

  it("takes back only one's own words", () => {
    const { text, field } = setUp("");
    field.type(0, 0, "mine");
    text.insert(4, " theirs");
    field.press("z");
    expect(field.value).toBe(" theirs");
    field.press("Z", true);
    expect(field.value).toBe("mine theirs");
  });

  it("is let go of", () => {
    const { text, field, end } = setUp("a");
    end();
    text.insert(0, "b");
    field.type(0, 0, "c");
    expect([text.toJSON(), field.value]).toEqual(["ba", "ca"]);
  });

  it("ends up the same as the text, whatever both sides do", () => {
    const stroke = fc.tuple(fc.boolean(), fc.nat(20), fc.nat(3), words);
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 20 }), (strokes) => {
        const { text, field } = setUp("start");
        for (const [isLocal, at, removed, inserted] of strokes) {
          if (isLocal) field.type(Math.min(at, field.value.length), removed, inserted);
          else {
            const start = Math.min(at, text.length);
            text.delete(start, Math.min(removed, text.length - start));
            text.insert(start, inserted);
          }
          expect(field.value).toBe(text.toJSON());
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";

import { closeCode } from "~/collab/protocol";
import {
  saveStateOf,
  saveStateWords,
  toldAfter,
  type SaveFacts,
  type SaveState,
  type Told,
} from "~/collab/save-state";

const now = new Date(2026, 10, 23, 14, 3).getTime();
const working: SaveFacts = {
  hasOpened: true,
  isConnected: true,
  isOnline: true,
  right: "write",
  unsavedSince: null,
  lastSavedAt: now,
  keepsCopy: true,
  refused: null,
};
const words = (facts: Partial<SaveFacts>, why?: string) =>
  saveStateWords(saveStateOf({ ...working, ...facts }, now), now, why);

describe("the words beside the document", () => {
  it.each<[Partial<SaveFacts>, string]>([
    [{}, "Saved 14:03"],
    [{ lastSavedAt: null }, "All changes saved"],
    [{ unsavedSince: now - 900 }, "Saving…"],
    [{ unsavedSince: now - 12_000 }, "Not saved for 12 s: kept on this device"],
    [
      { unsavedSince: now - 12_000, keepsCopy: false },
      "Not saved for 12 s: only in this page; keep it open",
    ],
    [{ isConnected: false, isOnline: false }, "Offline: your edits are kept on this device"],
    [{ isConnected: false, isOnline: false, keepsCopy: false }, "Offline: keep this page open"],
    [{ isConnected: false }, "Reconnecting…"],
    [
      { isConnected: false, unsavedSince: now - 12_000 },
      "Not saved for 12 s. Reconnecting… Your edits are kept on this device",
    ],
    [{ isConnected: false, hasOpened: false }, "Opening…"],
    [{ right: null }, "Opening…"],
    [{ right: "read" }, "Read-only: the review is not open for writing"],
  ])("say what is true: %o", (facts, expected) => {
    expect(words(facts)).toBe(expected);
  });

  it("say why it is read-only", () => {
    expect(words({ right: "read" }, "it is in second review")).toBe(
      "Read-only: it is in second review",
    );
  });

  it("say what happened, what was kept and what to do after a refusal", () => {
    const refused = { code: closeCode.tooLarge, reason: "the rationale is too long" };
    expect(words({ refused, unsavedSince: now })).toBe(
      "Not saved: the rationale is too long. Shorten it, then try again. What was not saved is kept on this device.",
    );
    expect(words({ refused: { code: closeCode.noRight, reason: "blind" } })).toContain(
      "second reviewer",
    );
    expect(words({ refused: { code: closeCode.badMessage, reason: "x" } })).toContain(
      "Reload the page",
    );
  });
});

describe("what screen readers are told", () => {
  const after = (...kinds: SaveState["kind"][]) =>
    kinds.reduce<Told>((told, kind) => toldAfter(told, { kind } as SaveState), "calm");

  it("is nothing while edits are saved as they are typed", () => {
    expect(after("opening", "saved", "saving", "saved", "saving", "saved")).toBe("calm");
  });

  it("is that edits are saved again after trouble, once", () => {
    expect(after("saving", "late")).toBe("trouble");
    expect(after("offline", "reconnecting", "saving")).toBe("trouble");
    expect(after("offline", "reconnecting", "saving", "saved")).toBe("over");
    expect(after("late", "saved", "saved")).toBe("over");
    expect(after("late", "saved", "saving", "saved")).toBe("calm");
  });
});

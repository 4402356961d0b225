import { expect, test } from "vitest";

import type { DraftContent } from "~/domain/report/report-draft";
import { createDraftSaver, type DraftAnswer, type Theirs } from "~/web/draft-saver";

const words = (headline: string): DraftContent => ({
  ...{ headline, summary: "", shortClaims: {}, order: [] },
});

const theirs: Theirs = {
  ...words("Theirs"),
  ...{ version: 7, savedBy: "other", byName: "Ada", savedAt: "2026-03-10T10:00:00.000Z" },
};

/** A draft whose server answers when the test says so, and whose pauses are over when it says so. */
function saver() {
  const sent: { expected: number; headline: string; answer(given: DraftAnswer): void }[] = [];
  const pauses: (() => void)[] = [];
  const draft = createDraftSaver({
    ...{ content: words("Known"), version: 2, isSaved: true },
    send: (expected, { headline }) =>
      new Promise((answer) => void sent.push({ expected, headline, answer })),
    afterAWhile(run) {
      pauses.push(run);
      return () => void pauses.splice(pauses.indexOf(run), 1);
    },
  });
  const told = () => draft.now().state.kind;
  return { draft, sent, pauses, told };
}

test("what is typed is sent after a pause, and is saved when the server says so", async () => {
  const { draft, sent, pauses, told } = saver();
  expect(told()).toBe("saved");
  draft.change(words("One"));
  draft.change(words("Two"));
  expect(told()).toBe("unsaved");
  expect(pauses).toHaveLength(1);
  pauses[0]?.();
  await expect
    .poll(() => sent.map(({ expected, headline }) => [expected, headline]))
    .toEqual([[2, "Two"]]);
  expect(told()).toBe("saving");
  sent[0]?.answer({ kind: "saved", version: 3 });
  await expect.poll(told).toBe("saved");
});

test("what is typed while one is on its way goes with the next one", async () => {
  const { draft, sent, told } = saver();
  draft.change(words("One"));
  const first = draft.save();
  await expect.poll(() => sent.length).toBe(1);
  draft.change(words("Two"));
  const second = draft.save();
  sent[0]?.answer({ kind: "saved", version: 3 });
  await first;
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toMatchObject({ expected: 3, headline: "Two" });
  sent[1]?.answer({ kind: "saved", version: 4 });
  await second;
  expect(told()).toBe("saved");
});

test("what nobody changed is not sent", async () => {
  const { draft, sent } = saver();
  draft.change(words("One"));
  draft.change(words("Known"));
  await draft.save();
  expect(sent).toEqual([]);
});

test("of two editors the later one is told, and loses nothing", async () => {
  const { draft, sent, told } = saver();
  draft.change(words("Mine"));
  const saving = draft.save();
  await expect.poll(() => sent.length).toBe(1);
  sent[0]?.answer({ kind: "overtaken", theirs });
  await saving;
  draft.change(words("Mine, longer"));
  expect(told()).toBe("overtaken");
  await draft.save();
  expect(sent).toHaveLength(1);
  expect(draft.now().content.headline).toBe("Mine, longer");

  const kept = draft.keepMine();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1]).toMatchObject({ expected: 7, headline: "Mine, longer" });
  sent[1]?.answer({ kind: "saved", version: 8 });
  await kept;
  expect(told()).toBe("saved");
});

test("whoever takes the other's draft goes on from there", async () => {
  const { draft, sent, told } = saver();
  draft.change(words("Mine"));
  const saving = draft.save();
  await expect.poll(() => sent.length).toBe(1);
  sent[0]?.answer({ kind: "overtaken", theirs });
  await saving;
  draft.takeTheirs();
  expect(draft.now()).toMatchObject({ content: { headline: "Theirs" }, version: 7 });
  expect(told()).toBe("saved");
});

test("what could not be saved is said, and is tried again with the next word", async () => {
  const { draft, sent, pauses, told } = saver();
  draft.change(words("One"));
  const saving = draft.save();
  await expect.poll(() => sent.length).toBe(1);
  sent[0]?.answer({ kind: "failed", message: "Away" });
  await saving;
  expect(told()).toBe("failed");
  draft.change(words("Two"));
  expect(pauses).toHaveLength(1);
});

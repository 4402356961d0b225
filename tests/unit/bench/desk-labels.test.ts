import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { trainingRows } from "~/domain/claim/training/training-rows";
import type { TrainingRow } from "~/domain/claim/training/training-row";

import { deskLabels, readDeskLabels } from "../../../bench/claims/desk-labels";
import { events, history } from "../domain/claim/training/histories";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-desk-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const decided = (
  id: string,
  how: Parameters<typeof events>[0],
  changes: Parameters<typeof history>[0] = {},
): TrainingRow[] => trainingRows(history({ id, events: events(how), ...changes }), new Map());
const taken = { action: "accept" } as const;
const dull = { action: "dismiss", kind: "not_worth_checking" } as const;

test("bad lines are named by number, the others are used", () => {
  const file = join(folder, "desk.jsonl");
  const [good] = decided("a", taken, { quote: " Unemployment fell by 3 percent. " });
  const [foreign] = decided("b", taken, {
    quote: "Le gouvernement a annoncé une réforme des retraites.",
  });
  writeFileSync(
    file,
    ["\uFEFF" + JSON.stringify(good), "{", "", '{"id":1}', JSON.stringify(foreign), ""].join(
      "\r\n",
    ),
  );
  const read = readDeskLabels(file);
  expect(read).toMatchObject({ rows: 2, foreign: 1 });
  expect(read.labels).toEqual([
    {
      text: "Unemployment fell by 3 percent.",
      articleId: "article",
      at: "2026-11-25T10:00:00.000000Z",
      label: 1,
      weight: 1,
    },
  ]);
  expect(read.faults.map(({ line }) => line)).toEqual([2, 4]);
});

test("words that several claims share count once, as worth a check when one of them is", () => {
  const rows = [...decided("a", dull), ...decided("b", taken), ...decided("c", dull)];
  expect(deskLabels(rows)).toMatchObject([{ text: "It rained.", label: 1, weight: 1 }]);
  expect(deskLabels(rows.toReversed())).toMatchObject([{ label: 1 }]);
});

test("the same words in another article are another judgement", () => {
  const rows = [...decided("a", dull), ...decided("b", taken, { articleId: "other" })];
  expect(deskLabels(rows)).toMatchObject([{ label: 0, weight: 0.5 }, { label: 1 }]);
});

test("of a row in two exports the later line counts", () => {
  const [first] = decided("a", taken);
  if (!first) throw new Error("There is no row");
  expect(deskLabels([first, { ...first, label: null, weight: 0 }])).toEqual([]);
});

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { editStatement } from "~/commands/edit-statement";
import { mergeClaims } from "~/commands/merge-claims";
import { proposeClaim } from "~/commands/propose-claim";
import { splitClaim } from "~/commands/split-claim";
import { triageClaim } from "~/commands/triage-claim";
import { claimHistories } from "~/data/claim-histories.server";
import type { DismissalKind } from "~/domain/claim/dismissal";
import { parseTrainingRow, type TrainingRow } from "~/domain/claim/training/training-row";
import { trainingRows } from "~/domain/claim/training/training-rows";

import { readDeskLabels } from "../../../bench/claims/desk-labels";
import { verifyTrail } from "../../../server/cli/verify-trail";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type Actor, type TestDesk } from "../../support/desk";
import { bringTo, cast, reread, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
let editor: Actor;
let folder = "";
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
  editor = people.editor;
  folder = mkdtempSync(join(tmpdir(), "countersign-training-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.stop();
});

const at = async (claimId: string) => ({
  claimId,
  version: (await reread(editor, claimId)).version,
});
const act = async (
  claimId: string,
  action: "accept" | "dismiss" | "restore",
  kind?: DismissalKind,
) =>
  value(
    await triageClaim(editor.ports, editor.person, {
      ...(await at(claimId)),
      action,
      ...(kind && { kind, reason: "Mrs Secret said so" }),
    }),
  );
const reword = async (claimId: string, statement: string) =>
  value(await editStatement(editor.ports, editor.person, { ...(await at(claimId)), statement }));
const newClaim = async () => (await desk.newClaim(editor)).claim;

/** A second claim of the same article, on other words. */
async function addClaim(claimId: string, statement: string): Promise<string> {
  const { articleVersionId: versionId } = await reread(editor, claimId);
  const [added] = value(
    await proposeClaim(editor.ports, editor.person, {
      versionId,
      start: 0,
      end: 26,
      statement,
      claimant: null,
      type: "event",
    }),
  );
  return added ?? "";
}

/** The rows of every claim, read two at a time so that pairs fall on different pages. */
async function allRows(): Promise<TrainingRow[]> {
  const rows: TrainingRow[] = [];
  for await (const { claims, all } of claimHistories(serviceClient(desk.platform), 2)) {
    expect(claims.length).toBeLessThanOrEqual(2);
    rows.push(...claims.flatMap((claim) => trainingRows(claim, all)));
  }
  return rows;
}
const rowsOf = async (id: string) => (await allRows()).filter((row) => row.id === id);

/** Whole reviews and processes that load all of the server, on a machine that does other things too. */
const patience = 120_000;

test(
  "a claim that nobody has touched gives no row; accepted it counts, whatever comes after",
  async () => {
    const claim = await newClaim();
    expect(await rowsOf(claim.id)).toEqual([]);
    await act(claim.id, "accept");
    const accepted = await rowsOf(claim.id);
    expect(accepted).toMatchObject([
      {
        action: "accept",
        label: 1,
        weight: 1,
        quote: claim.anchor.exact,
        suffix: claim.anchor.suffix,
        statement: claim.statement,
        origin: "engine",
        score: claim.checkWorthiness,
      },
    ]);
    await bringTo(desk, people, claim.id, "approved");
    expect(await rowsOf(claim.id)).toEqual(accepted);
  },
  patience,
);

test.each<[DismissalKind, 0 | null]>([
  ["not_worth_checking", 0],
  ["not_checkable", 0],
  ["checked_before", null],
  ["not_in_article", null],
  ["other", null],
])("dismissed as %s it is labelled %s, and restoring undoes it", async (kind, label) => {
  const { id } = await newClaim();
  await act(id, "dismiss", kind);
  expect(await rowsOf(id)).toMatchObject([{ action: "dismiss", kind, label }]);
  await act(id, "restore");
  await act(id, "accept");
  expect(await rowsOf(id)).toMatchObject([
    { action: "dismiss", kind, label: null },
    { action: "restore", label: null },
    { action: "accept", label: 1 },
  ]);
});

test("a rewording gives the pair, and every row the statement of its moment", async () => {
  const { id, statement } = await newClaim();
  await reword(id, "The bridge was rejected on Monday.");
  await act(id, "accept");
  await reword(id, "The bridge was rejected.");
  expect(await rowsOf(id)).toMatchObject([
    { action: "edit", before: statement, after: "The bridge was rejected on Monday.", statement },
    { action: "accept", statement: "The bridge was rejected on Monday." },
    { action: "edit", after: "The bridge was rejected.", model: null },
  ]);
});

test("a split gives its parts as they were then, and leaves the decision to them", async () => {
  const { id, statement } = await newClaim();
  await act(id, "accept");
  value(
    await splitClaim(editor.ports, editor.person, {
      ...(await at(id)),
      statements: ["The council rejected the bridge.", "31 voted against it."],
    }),
  );
  const [accept, split] = await rowsOf(id);
  expect(accept).toMatchObject({ action: "accept", label: null });
  expect(split).toMatchObject({
    action: "split",
    statement,
    into: [
      { statement: "The council rejected the bridge." },
      { statement: "31 voted against it." },
    ],
  });
  if (split?.action !== "split") throw new Error("There is no split");
  const second = split.into[1]?.id ?? "";
  await reword(second, "31 of 43 voted against it.");
  await act(second, "accept");
  expect((await rowsOf(id))[1]).toEqual(split);
  expect(await rowsOf(second)).toMatchObject([
    { action: "edit", before: "31 voted against it." },
    { action: "accept", label: 1, origin: "person" },
  ]);
});

test("a merge tells how the claim that stays was reworded, once", async () => {
  const claim = await newClaim();
  const kept = await addClaim(claim.id, "The council decided.");
  value(
    await mergeClaims(editor.ports, editor.person, {
      ...(await at(claim.id)),
      withClaimId: kept,
      statement: "The council decided against the bridge.",
    }),
  );
  await reword(kept, "Springfield’s council decided against the bridge.");
  expect(await rowsOf(claim.id)).toMatchObject([
    {
      action: "merge",
      label: null,
      statement: claim.statement,
      into: {
        id: kept,
        before: "The council decided.",
        after: "The council decided against the bridge.",
      },
    },
  ]);
  expect(await rowsOf(kept)).toMatchObject([
    { action: "add", origin: "person", score: null, statement: "The council decided." },
    { action: "edit", before: "The council decided against the bridge." },
  ]);
});

test("a merge that rewords nothing leaves no trace on the claim that stays", async () => {
  const claim = await newClaim();
  const kept = await addClaim(claim.id, "The council decided.");
  value(
    await mergeClaims(editor.ports, editor.person, { ...(await at(claim.id)), withClaimId: kept }),
  );
  expect(await rowsOf(claim.id)).toMatchObject([
    { action: "merge", into: { before: "The council decided.", after: "The council decided." } },
  ]);
  expect(await rowsOf(kept)).toMatchObject([{ action: "add" }]);
});

test("only the service key reads histories", async () => {
  const args = { p_after: "00000000-0000-0000-0000-000000000000", p_limit: 1 };
  for (const client of [editor.supabase, desk.anonymousClient]) {
    expect((await client.rpc("claim_histories", args)).error).not.toBeNull();
  }
});

/** The command as a person starts it, beside the process that holds the database. */
function exportTraining(
  ...args: string[]
): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(
    process.execPath,
    ["server/cli/start.mjs", "export", "--claims-training", ...args],
    { env: { NODE_ENV: "test", PATH: process.env["PATH"], DATA_DIR: desk.dataDir } },
  );
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}

test(
  "the command writes it all while the desk works, the training reads it, and nobody is named",
  async () => {
    const dismissed = await newClaim();
    await act(dismissed.id, "dismiss", "not_checkable");
    const file = join(folder, "desk.jsonl");
    const [printed, kept] = await Promise.all([exportTraining(), exportTraining("--out", file)]);
    expect(printed.err).toMatch(/^Wrote \d+ rows, of \d+ claims\.\n$/);
    expect(printed.status).toBe(0);
    const lines = printed.out.trimEnd().split("\n");
    expect(lines.map(parseTrainingRow)).toEqual(
      (await allRows()).map((row) => ({ ok: true, value: row })),
    );
    for (const { person } of Object.values(people)) {
      expect(printed.out).not.toContain(person.id);
      expect(printed.out).not.toContain(person.name);
    }
    expect(printed.out).not.toContain("Mrs Secret");

    expect(kept).toEqual({ status: 0, out: "", err: printed.err });
    expect(readFileSync(file, "utf8")).toBe(printed.out);
    expect(readdirSync(folder)).toEqual(["desk.jsonl"]);

    const { labels, faults } = readDeskLabels(file);
    expect(faults).toEqual([]);
    const judged = lines.filter((line) => !line.includes('"label":null'));
    expect(labels).toHaveLength(new Set(judged.map(sharedWords)).size);
    expect(labels).toContainEqual(
      expect.objectContaining({ text: dismissed.anchor.exact, label: 0, weight: 1 }),
    );
  },
  patience,
);

function sharedWords(line: string): string {
  const row = parseTrainingRow(line);
  return row.ok ? `${row.value.articleId} ${row.value.quote}` : "";
}

test("the trail holds with the entry that a merge adds", async () => {
  expect((await verifyTrail(desk.sql)).fault).toBeNull();
});

test(
  "the command also works when nothing runs",
  async () => {
    const rows = await allRows();
    await desk.platform.stop();
    const { status, out } = await exportTraining();
    expect(status).toBe(0);
    expect(out.trimEnd().split("\n")).toHaveLength(rows.length);
  },
  patience,
);

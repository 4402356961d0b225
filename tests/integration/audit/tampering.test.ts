import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { openCheckpoint, readCheckpoint, signCheckpoint } from "~/domain/log/checkpoint";
import { parseKeys, signerKey } from "~/domain/log/note-key";

import { keptCheckpoint } from "../../../server/cli/known-outside";
import { verifyDatabase, type KnownOutside } from "../../../server/cli/verify-database";
import { chanceFrom } from "../../support/chance";
import { startDesk, type TestDesk } from "../../support/desk";
import { follow, newPublication, publishCorrection } from "../../support/publications";
import { cast } from "../../support/review-steps";
import {
  coverUp,
  coverUpLog,
  depths,
  logTampers,
  prepareTampering,
  trailTampers,
  type Depth,
} from "../../support/tampering";

/** How many places each way is tried at; of what is done to trail and log alike, in both together. */
const places = 100;

let desk: TestDesk;
let known: KnownOutside = { keys: null, kept: null };
const size = { trail: 0, pinned: 0, log: 0, checkpoints: 0 };
beforeAll(async () => {
  desk = await startDesk();
  const people = await cast(desk);
  for (let time = 0; time < 5; time += 1) {
    const { claimId } = await newPublication(desk, people);
    if (time === 1) await publishCorrection(desk, people, claimId);
    if (time === 2) await follow(people, claimId, "retract", "It was somebody else");
    await desk.anonymous.publicLog.checkpoint();
  }
  const keys = parseKeys((await desk.anonymous.publicLog.keys()).join("\n"));
  if (!keys.ok) throw new Error(keys.error);
  known = { keys: keys.value, kept: keptCheckpoint(desk.dataDir) };
  await prepareTampering(desk.sql);
  const [row] = await desk.sql<(typeof size)[]>`
    select (select max(seq)::int from public.audit_events) as trail,
      (select max((entry::jsonb #>> '{trail,seq}')::int) from public.log_entries) as pinned,
      (select count(*)::int from public.log_entries) as log,
      (select count(*)::int from public.log_checkpoints) as checkpoints`;
  Object.assign(size, row);
});
afterAll(() => desk.stop());

const undone = new Error("Everything is put back");

/** What is found after a change behind the application's back, of which nothing stays. */
async function foundAfter(
  change: (sql: postgres.ISql) => Promise<unknown>,
): Promise<string | null> {
  let found: string | null = null;
  const tried = desk.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await change(sql);
    found = (await verifyDatabase(sql, known)).fault;
    throw undone;
  });
  await expect(tried).rejects.toBe(undone);
  return found;
}

const chance = chanceFrom(71);
const below = (n: number): number => Math.floor(chance() * n);
const depthBy = (turn: number): Depth => depths[turn % depths.length] ?? "row";

/** The number of the entry that a finding names. */
const named = (found: string | null, what: "trail" | "public log"): number => {
  const [, number] = new RegExp(`^Entry (\\d+) of the ${what}:`).exec(found ?? "") ?? [];
  return number === undefined ? NaN : Number(number);
};

describe("somebody with the database in their hands is found out after", () => {
  it("nothing at all: not", async () => {
    expect(await foundAfter(async () => undefined)).toBeNull();
    expect(size.checkpoints).toBeGreaterThanOrEqual(5);
  });

  it.each(Object.entries(trailTampers))("%s, in the trail", async (what, tamper) => {
    const missed: string[] = [];
    for (let turn = 0; turn < Math.ceil(places * (what === "actor swap" ? 1 : 0.6)); turn += 1) {
      const depth = depthBy(turn);
      // What was rewritten whole is found by what the public log pins, so far as it does.
      const seq = 1 + below((depth === "all_after" ? size.pinned : size.trail) - 1);
      const found = await foundAfter(async (sql) => {
        await tamper(sql, seq);
        await coverUp(sql, what === "truncate" ? seq - 1 : seq, depth);
      });
      const isNamed =
        depth === "all_after"
          ? /^Entry \d+ of the public log: the trail’s entry \d+, which it pins/.test(found ?? "")
          : Math.abs(named(found, "trail") - seq) <= 1;
      if (!isNamed) missed.push(`${depth} at ${seq}: ${found}`);
    }
    expect(missed).toEqual([]);
  });

  it.each(Object.entries(logTampers))("%s, in the public log", async (what, tamper) => {
    const missed: string[] = [];
    for (let turn = 0; turn < Math.ceil(places * 0.4); turn += 1) {
      const depth = depthBy(turn);
      const index = below(size.log - 1);
      const found = await foundAfter(async (sql) => {
        await tamper(sql, index);
        await coverUpLog(sql, index, depth);
      });
      const isNamed =
        depth === "row"
          ? Math.abs(named(found, "public log") - index) <= 1
          : /^(Entry \d+ of the public log:|Checkpoint \d+, over \d+ entries:|The checkpoint kept outside the database:)/.test(
              found ?? "",
            );
      if (!isNamed) missed.push(`${what}, ${depth} at ${index}: ${found}`);
    }
    expect(missed).toEqual([]);
  });

  it("key swap, at any checkpoint", async () => {
    const checkpoints = await desk.sql<{ id: number; note: string }[]>`
      select id::int, note from public.log_checkpoints order by id`;
    for (let turn = 0; turn < places; turn += 1) {
      const { id, note } = checkpoints[below(checkpoints.length)] ?? { id: 0, note: "" };
      const read = readCheckpoint(note);
      if (!read.ok) throw new Error(read.error);
      const other = signerKey(read.value.origin, new Uint8Array(32).fill(turn));
      const swapped = signCheckpoint(read.value, [other]);
      expect(openCheckpoint(swapped, [other]).ok).toBe(true);
      const found = await foundAfter(
        (sql) => sql`update public.log_checkpoints set note = ${swapped} where id = ${id}`,
      );
      expect(found).toMatch(
        new RegExp(`^Checkpoint ${id}, over \\d+ entries: None of the known keys`),
      );
    }
  });

  it("another text of what readers are shown", async () => {
    for (const change of [
      (sql: postgres.ISql) =>
        sql`update public.published_verdicts set short_claim = 'Another claim'`,
      (sql: postgres.ISql) => sql`update public.published_verdicts set credits = '[]'`,
      (sql: postgres.ISql) => sql`delete from public.published_verdicts where number = 2`,
      (sql: postgres.ISql) => sql`update public.reports set headline = 'Another headline'`,
      (sql: postgres.ISql) =>
        sql`update public.reports set source = source || '{"text":"Another"}'`,
      (sql: postgres.ISql) => sql`delete from public.verdict_notices`,
      (sql: postgres.ISql) => sql`update public.verdict_notices set reason = 'Another'`,
    ]) {
      expect(await foundAfter(change)).toMatch(
        /^What (readers are shown|the log has of) (at )?\/(claims|reports)\//,
      );
    }
  });

  it("the log cut with its checkpoints and what readers are shown, by the checkpoint kept outside", async () => {
    const found = await foundAfter(async (sql) => {
      await sql`delete from public.log_entries where index = ${size.log - 1}`;
      await sql`update app_private.log_head set size = ${size.log - 1}`;
      await sql`delete from public.log_checkpoints where size >= ${size.log}`;
      await sql`delete from public.published_verdicts v where not exists (
        select from public.log_entries e where e.claim_id = v.claim_id)`;
    });
    expect(found).toContain("The checkpoint kept outside the database: it was signed over");
  });
});

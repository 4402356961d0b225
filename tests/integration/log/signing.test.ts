import { afterAll, beforeAll, expect, it } from "vitest";

import { setReadOnly } from "~/commands/set-read-only";
import { logStore } from "~/data/public-log.server";

import { openPublicLog } from "../../../server/log";
import { serviceClient } from "../../../server/supabase";
import { startDesk, value, type TestDesk } from "../../support/desk";
import { newPublication } from "../../support/publications";
import { cast, type Cast } from "../../support/review-steps";

let desk: TestDesk;
let people: Cast;
beforeAll(async () => {
  desk = await startDesk();
  people = await cast(desk);
});
afterAll(() => desk.stop());

const faults: unknown[] = [];
/** The public log as another process on the same database and with the same key has it. */
const anotherProcess = () =>
  openPublicLog(
    logStore(serviceClient(desk.platform)),
    { dataDir: desk.dataDir, signingKey: null, origin: "elsewhere.test/log" },
    { error: (fault: unknown) => faults.push(fault) },
  );
const kept = () => desk.sql<{ size: number; note: string }[]>`
  select size::int, note from public.log_checkpoints order by id`;

it("a publication is signed without anybody asking", async () => {
  await newPublication(desk, people);
  await expect.poll(async () => (await kept()).at(-1)?.size).toBe(1);
});

it("several processes sign the same, once", async () => {
  await newPublication(desk, people);
  const processes = [anotherProcess(), anotherProcess(), anotherProcess()];
  const notes = await Promise.all(processes.map((process) => process.checkpoint()));
  const after = await kept();
  expect(new Set([...notes, after.at(-1)?.note])).toHaveProperty("size", 1);
  expect(after.filter(({ size }) => size === after.at(-1)?.size)).toHaveLength(1);
  expect(faults).toEqual([]);
});

it("what was published while nobody could sign is signed at the next start, also on a read-only desk", async () => {
  const before = (await kept()).at(-1)?.size ?? 0;
  const { claimId } = await newPublication(desk, people);
  await desk.anonymous.publicLog.checkpoint();
  // As if the process had ended between the publication and its checkpoint.
  await desk.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`delete from public.log_checkpoints where size > ${before}`;
  });
  const admin = await desk.join("admin");
  value(await setReadOnly(admin.ports, admin.person, { on: true, reason: "Somebody broke in" }));
  anotherProcess().grown();
  await expect.poll(async () => (await kept()).at(-1)?.size).toBe(before + 1);
  value(await setReadOnly(admin.ports, admin.person, { on: false, reason: "All is well" }));
  expect(await desk.anonymous.publicLog.ofVerdict(claimId, 1)).not.toBeNull();
});

it("the database keeps no checkpoint of a size that the log does not have, nor a second root of one", async () => {
  const service = serviceClient(desk.platform);
  const keep = (size: number) =>
    service.rpc("keep_checkpoint", {
      p_size: size,
      p_root: "ab".repeat(32),
      p_note: `note ${size}`,
    });
  expect((await keep(1000)).error?.code).toBe("PT422");
  expect((await keep(1)).error?.code).toBe("PT422");
  const { error } = await people.editor.supabase.rpc("keep_checkpoint", {
    ...{ p_size: 1, p_root: "ab".repeat(32), p_note: "note" },
  });
  expect(error?.code).toBe("42501");
  await expect(desk.sql`delete from public.log_checkpoints`).rejects.toThrow(/append-only/);
});

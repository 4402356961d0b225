import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { formatKey, signerKey } from "~/domain/log/note-key";

import { startDesk, type TestDesk } from "../../support/desk";
import { newPublication } from "../../support/publications";
import { cast } from "../../support/review-steps";

let desk: TestDesk;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "audit-"));
const file = (name: string) => path.join(folder, name);
beforeAll(async () => {
  desk = await startDesk();
  const people = await cast(desk);
  await newPublication(desk, people);
  fs.writeFileSync(file("old"), (await desk.anonymous.publicLog.checkpoint()) ?? "");
  fs.writeFileSync(file("keys"), (await desk.anonymous.publicLog.keys()).join("\n"));
  const other = signerKey("desk.test/log", new Uint8Array(32).fill(9));
  fs.writeFileSync(file("other"), formatKey(other));
  await newPublication(desk, people);
  await desk.anonymous.publicLog.checkpoint();
});
afterAll(async () => {
  await desk.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Run beside the database, or from elsewhere, where nothing but its address is known. */
function audit(args: string[], dataDir = desk.dataDir) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["server/cli/start.mjs", "audit", ...args],
    {
      encoding: "utf8",
      env: {
        ...{ NODE_ENV: "test", PATH: process.env["PATH"], DATA_DIR: dataDir },
        DATABASE_URL: desk.platform.databaseUrl ?? "",
      },
    },
  );
  return { status, said: stdout + stderr };
}

async function behindTheBack(statement: string, run: () => void): Promise<void> {
  const tables = ["audit_events", "log_entries"];
  const triggers = (how: string) =>
    tables.map((table) => `alter table public.${table} ${how} trigger all;`).join("");
  await desk.sql.unsafe(
    `create table public.kept as select * from public.log_entries;
      create table public.kept_events as select * from public.audit_events; ${triggers("disable")} ${statement}`,
  );
  try {
    run();
  } finally {
    await desk.sql.unsafe(
      `delete from public.log_entries; insert into public.log_entries select * from public.kept; drop table public.kept;
        delete from public.audit_events; insert into public.audit_events select * from public.kept_events;
        drop table public.kept_events; ${triggers("enable")}`,
    );
  }
}

it("verify says what holds, and whether anybody knows the key", () => {
  expect(audit(["verify"])).toMatchObject({
    status: 0,
    said: expect.stringMatching(
      /^The trail holds: \d+ entries.*2 entries, and its checkpoints \(2\) agree.*known keys\.\n$/s,
    ),
  });
  expect(audit(["verify"], file("none")).said).toContain("Nobody says which key");
  expect(audit(["verify", "--key", file("keys")], file("none")).said).toContain("known keys");
  expect(audit(["verify", "--key", file("other")])).toMatchObject({
    status: 1,
    said: expect.stringContaining("Checkpoint 1, over 1 entries: None of the known keys signed it"),
  });
});

it("verify names the first bad entry of trail and log", async () => {
  await behindTheBack("update public.audit_events set action = 'x' where seq = 3", () => {
    const { status, said } = audit(["verify"]);
    expect(said).toMatch(/^The trail does not hold\. Entry 3 of the trail: its column action/);
    expect(status).toBe(1);
  });
  await behindTheBack("update public.log_entries set kind = 'upheld' where index = 1", () => {
    const { status, said } = audit(["verify"]);
    expect(said).toMatch(/Entry 1 of the public log: its column kind/);
    expect(status).toBe(1);
  });
});

it("consistency says that the log only grew, or that it was rewritten or cut", async () => {
  expect(audit(["consistency", file("old")])).toMatchObject({
    status: 0,
    said: expect.stringContaining("Its first 1 entries are those"),
  });
  await behindTheBack("update public.log_entries set entry = entry || ' ' where index = 0", () => {
    expect(audit(["consistency", file("old")])).toMatchObject({
      status: 1,
      said: expect.stringContaining("The log was rewritten"),
    });
  });
  await behindTheBack("delete from public.log_entries", () => {
    expect(audit(["consistency", file("old")]).said).toContain("The log was cut");
  });
});

it("says what is wrong with the call, the file or the key", () => {
  for (const args of [[], ["consistency"], ["verify", "x"], ["look"]]) {
    expect(audit(args)).toMatchObject({ status: 2, said: expect.stringContaining("Usage") });
  }
  expect(audit(["consistency", file("gone")]).status).toBe(1);
  expect(audit(["consistency", file("keys")]).said).toContain("cannot be read");
  const stranger = audit(["consistency", file("old"), "--key", file("other")]);
  expect(stranger.said).toContain("None of the known keys");
});

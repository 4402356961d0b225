import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { startSupabase, type SupabasePlatform } from "../../../server/supabase";
import { copyDataDir, newDataDir, removeDataDir } from "../../support/newsroom";
import { postmasterPid, startServerProcess } from "../../support/server-process";

let dataDir: string;
let migrationsDir: string;
const open: { stop(): Promise<void> }[] = [];

const firstMigration = "20260101000000_notes.sql";
const notesTable = "create table public.notes (body text not null);";

beforeEach(() => {
  dataDir = newDataDir();
  migrationsDir = path.join(path.dirname(dataDir), "migrations");
  fs.mkdirSync(migrationsDir);
  writeMigration(firstMigration, notesTable);
});
afterEach(async () => {
  for (const platform of open.splice(0)) await platform.stop();
  removeDataDir(dataDir);
});

const writeMigration = (file: string, sql: string) =>
  fs.writeFileSync(path.join(migrationsDir, file), sql);

async function start(options: { share?: boolean; log?: (line: string) => void } = {}) {
  const platform = await startSupabase({ dataDir, migrationsDir, env: {}, ...options });
  open.push(platform);
  return platform;
}

async function query(platform: SupabasePlatform | string, statement: string): Promise<unknown[]> {
  const url = typeof platform === "string" ? platform : (platform.databaseUrl ?? "");
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return [...(await sql.unsafe(statement))];
  } finally {
    await sql.end();
  }
}
const add = (platform: SupabasePlatform | string, body: string) =>
  query(platform, `insert into public.notes values ('${body}')`);
const notes = async (platform: SupabasePlatform) => {
  const rows = await query(platform, "select body from public.notes order by body");
  return rows.map((row) => (row instanceof Object && "body" in row ? row.body : row));
};

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("made from nothing", () => {
  test("what was stored is there after a restart, with the same keys", async () => {
    const first = await start();
    await add(first, "kept");
    await first.stop();
    const second = await start();
    expect(await notes(second)).toEqual(["kept"]);
    expect([second.anonKey, second.serviceKey]).toEqual([first.anonKey, first.serviceKey]);
  });

  test("commits are flushed to disk before they are acknowledged", async () => {
    const platform = await start();
    const settings = await query(
      platform,
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'data_checksums') order by 1",
    );
    expect(settings).toEqual([
      { name: "data_checksums", setting: "on" },
      { name: "fsync", setting: "on" },
      { name: "synchronous_commit", setting: "on" },
    ]);
  });

  test("of two servers that start at once on a new directory, one is refused", async () => {
    const said = await Promise.all(
      [1, 2].map(async () => {
        const server = await startServerProcess(dataDir, migrationsDir);
        open.push({ stop: async () => void (await server.end("SIGTERM")) });
        return server.said.split(" ")[0];
      }),
    );
    expect(said.sort()).toEqual(["ready", "refused"]);
  });

  test("migrations are applied once, in order, each whole or not at all", async () => {
    writeMigration("20260102000000_more.sql", "alter table public.notes add column place int;");
    await (await start()).stop();
    writeMigration(
      "20260103000000_broken.sql",
      "create table public.half (id int);\n\ncreate table public.notes (id int);",
    );
    await expect(start()).rejects.toThrow(
      /20260103000000_broken\.sql.* failed.*relation "notes" already exists/,
    );
    writeMigration("20260103000000_broken.sql", "create table public.whole (id int);");
    const platform = await start();
    const tables = await query(
      platform,
      "select table_name from information_schema.tables where table_schema = 'public' order by 1",
    );
    expect(tables).toEqual([{ table_name: "notes" }, { table_name: "whole" }]);
    const recorded = await query(
      platform,
      "select version, name from supabase_migrations.schema_migrations order by 1",
    );
    expect(recorded).toEqual([
      { version: "20260101000000", name: "notes" },
      { version: "20260102000000", name: "more" },
      { version: "20260103000000", name: "broken" },
    ]);
  });

  test("a failing migration is named with its line, and leaves nothing running", async () => {
    writeMigration("20260102000000_typo.sql", "select 1;\n\ncreate tabel x ();");
    await expect(start()).rejects.toThrow(/20260102000000_typo\.sql, line 3, failed/);
    expect(fs.existsSync(path.join(dataDir, "cluster", "data", "postmaster.pid"))).toBe(false);
    expect(fs.existsSync(path.join(dataDir, "server.lock"))).toBe(false);
  });

  test("secrets are readable by the owner alone and never in what is logged", async () => {
    const lines: string[] = [];
    await start({ log: (line) => lines.push(line) });
    const keys = path.join(dataDir, "keys.json");
    expect(fs.statSync(keys).mode & 0o777).toBe(0o600);
    const secrets = Object.values(JSON.parse(fs.readFileSync(keys, "utf8")));
    const log = fs.readFileSync(path.join(dataDir, "cluster", "postgres.log"), "utf8");
    for (const secret of secrets) expect(`${lines.join("\n")}${log}`).not.toContain(secret);
  });
});

/** Each begins with a copy of one database, as it was left when its server stopped: making one anew takes seconds. */
describe("made before", () => {
  let made: string;
  beforeAll(async () => {
    made = newDataDir();
    const migrations = path.join(path.dirname(made), "migrations");
    fs.mkdirSync(migrations);
    fs.writeFileSync(path.join(migrations, firstMigration), notesTable);
    await (await startSupabase({ dataDir: made, migrationsDir: migrations, env: {} })).stop();
  });
  beforeEach(() => copyDataDir(made, dataDir));
  afterAll(() => removeDataDir(made));

  test("stopping stops PostgreSQL, and stopping twice is stopping once", async () => {
    const platform = await start();
    await Promise.all([platform.stop(), platform.stop()]);
    await expect(query(platform, "select 1")).rejects.toThrow(/ECONNREFUSED/);
  });

  test("letters of all languages have case and are letters to trigram search", async () => {
    const platform = await start();
    const [row] = await query(
      platform,
      `create extension pg_trgm with schema extensions;
       select lower('ÉĞЖ') as lower, 'Straße' ilike 'STRAßE' as ilike,
         cardinality(extensions.show_trgm('жук')) as trigrams`,
    ).then((rows) => rows.flat().slice(-1));
    expect(row).toEqual({ lower: "éğж", ilike: true, trigrams: 4 });
  });

  test("a killed server leaves PostgreSQL running, and the next one takes it over", async () => {
    const server = await startServerProcess(dataDir, migrationsDir);
    await add(server.said.replace("ready ", ""), "acknowledged");
    const pid = postmasterPid(dataDir);
    await server.end("SIGKILL");
    expect(alive(pid)).toBe(true);

    const lines: string[] = [];
    const platform = await start({ log: (line) => lines.push(line) });
    expect(postmasterPid(dataDir)).toBe(pid);
    expect(lines).toContain("Took over the database that an earlier process left running.");
    expect(await notes(platform)).toEqual(["acknowledged"]);
  });

  test("a killed PostgreSQL recovers what was acknowledged", async () => {
    const server = await startServerProcess(dataDir, migrationsDir);
    await add(server.said.replace("ready ", ""), "acknowledged");
    await server.end("SIGKILL");
    process.kill(postmasterPid(dataDir), "SIGKILL");
    expect(await notes(await start())).toEqual(["acknowledged"]);
  });

  test("a PostgreSQL that dies under a living server is started again on the same port", async () => {
    let revived = () => {};
    const back = new Promise<void>((resolve) => (revived = resolve));
    const platform = await start({
      log: (line) => {
        if (line === "The database had stopped and runs again.") revived();
      },
    });
    await add(platform, "acknowledged");
    const pid = postmasterPid(dataDir);
    process.kill(pid, "SIGKILL");
    await back;
    expect(postmasterPid(dataDir)).not.toBe(pid);
    expect(await notes(platform)).toEqual(["acknowledged"]);
  });

  test("the terminal's Ctrl-C reaches the server and not PostgreSQL", async () => {
    await start();
    const groupOf = (pid: number) =>
      execFileSync("ps", ["-o", "pgid=", "-p", String(pid)], { encoding: "utf8" }).trim();
    expect(groupOf(postmasterPid(dataDir))).not.toBe(groupOf(process.pid));
  });

  test("a second server on the same directory is refused, naming the first", async () => {
    await start();
    const second = await startServerProcess(dataDir, migrationsDir);
    expect(second.said).toContain(`refused Another Countersign server (process ${process.pid})`);
    expect(second.said).toContain("DATA_DIR=");
    await second.end("SIGTERM");
    await expect(start()).rejects.toThrow(/Another Countersign server/);
  });

  test("a lock whose owner died is taken over, even when its number lives again", async () => {
    await (await start()).stop();
    const lock = path.join(dataDir, "server.lock");
    expect(fs.existsSync(lock)).toBe(false);
    fs.writeFileSync(lock, JSON.stringify({ pid: process.ppid, birth: "another life" }));
    await start();
    expect(JSON.parse(fs.readFileSync(lock, "utf8"))).toMatchObject({ pid: process.pid });
  });

  test("a note that a dead PostgreSQL left does not stop the next, even when its number lives again", async () => {
    const first = await start();
    await add(first, "kept");
    const note = path.join(dataDir, "cluster", "data", "postmaster.pid");
    const text = fs.readFileSync(note, "utf8");
    await first.stop();
    fs.writeFileSync(note, text.replace(/^\d+/, String(process.pid)));
    expect(await notes(await start())).toEqual(["kept"]);
  });

  test("a command beside a server shares its database and leaves it running", async () => {
    const server = await start();
    await add(server, "shared");
    const command = await start({ share: true });
    expect(await notes(command)).toEqual(["shared"]);
    await command.stop();
    expect(await notes(server)).toEqual(["shared"]);
  });

  test("a database of a later version is refused and left as it is", async () => {
    writeMigration("20270101000000_later.sql", "create table public.later (id int);");
    await (await start()).stop();
    fs.rmSync(path.join(migrationsDir, "20270101000000_later.sql"));
    await expect(start()).rejects.toThrow(
      /later version.*20270101000000_later|20270101000000_later.*later version/,
    );
  });

  test("a migration that was changed after it was applied is told", async () => {
    await (await start()).stop();
    writeMigration(firstMigration, "create table public.notes (body text);");
    const lines: string[] = [];
    await start({ log: (line) => lines.push(line) });
    expect(lines.join("\n")).toContain("20260101000000_notes.sql was changed after it was applied");
  });

  test("without its keys the database is not opened and not replaced", async () => {
    const first = await start();
    await add(first, "kept");
    await first.stop();
    const keys = path.join(dataDir, "keys.json");
    fs.renameSync(keys, `${keys}.away`);
    await expect(start()).rejects.toThrow(/keys\.json is gone/);
    fs.renameSync(`${keys}.away`, keys);
    expect(await notes(await start())).toEqual(["kept"]);
  });
});

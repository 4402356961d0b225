import fs from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { startSupabase } from "../../../server/supabase";
import { canEnter, postgresAccount } from "../../../server/supabase/account";
import { findBinaries } from "../../../server/supabase/binaries";
import { newDataDir, removeDataDir } from "../../support/newsroom";

const isRoot = process.getuid?.() === 0;
const migrationsDir = path.resolve("tests/integration/supabase/fixture-migrations");
let dataDir: string;

beforeAll(() => {
  dataDir = newDataDir();
  // As a clone under /root is: closed to every other account.
  fs.chmodSync(path.dirname(dataDir), 0o700);
});
afterAll(() => removeDataDir(dataDir));

test.runIf(isRoot)(
  "started by root in a directory that no other account can enter, the database stands beside it",
  async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const first = await startSupabase({ dataDir, migrationsDir, env: {}, log });
    await first.stop();
    const folder = fs.realpathSync(path.join(dataDir, "cluster"));
    expect(folder.startsWith(dataDir)).toBe(false);
    expect(lines.join("\n")).toContain(`The database stands in ${folder}`);
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
    const second = await startSupabase({ dataDir, migrationsDir, env: {}, log });
    await second.stop();
    expect(lines.filter((line) => line.startsWith("Applied"))).toHaveLength(1);
  },
);

test.runIf(isRoot)(
  "programs that the database's account cannot reach are copied to where it can",
  async () => {
    const account = postgresAccount();
    if (!account) throw new Error("Not root");
    const binaries = await findBinaries(account, () => undefined);
    expect(canEnter(account, path.dirname(binaries.postgres))).toBe(true);
  },
);

test.skipIf(isRoot)(
  "started by an ordinary user, the database stands in the directory",
  async () => {
    const platform = await startSupabase({ dataDir, migrationsDir, env: {} });
    await platform.stop();
    expect(fs.lstatSync(path.join(dataDir, "cluster")).isDirectory()).toBe(true);
  },
);

test("a project that is named by halves is refused, naming what is missing", async () => {
  const env = { SUPABASE_URL: "https://x.supabase.co", SUPABASE_ANON_KEY: "k" };
  await expect(startSupabase({ dataDir, env })).rejects.toThrow(
    /^SUPABASE_SERVICE_ROLE_KEY is missing/,
  );
});
test("a named project is used as it is, and nothing is started", async () => {
  const platform = await startSupabase({
    dataDir: path.join(dataDir, "unused"),
    env: {
      SUPABASE_URL: "https://x.supabase.co/",
      SUPABASE_ANON_KEY: "public",
      SUPABASE_SERVICE_ROLE_KEY: "secret",
    },
  });
  expect(platform).toMatchObject({
    kind: "remote",
    url: "https://x.supabase.co",
    anonKey: "public",
    serviceKey: "secret",
    fetch: undefined,
    databaseUrl: null,
  });
  expect(fs.existsSync(path.join(dataDir, "unused"))).toBe(false);
});

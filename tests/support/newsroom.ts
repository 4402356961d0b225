import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { startSupabase, type SupabasePlatform } from "../../server/supabase";

export interface TestSupabase {
  platform: SupabasePlatform;
  dataDir: string;
  /** Stops the database and removes all of it. */
  stop(): Promise<void>;
}

/**
 * A database of its own in a new directory, with the app's migrations or those of another folder. Never the project
 * that the environment may name: tests write.
 */
export async function startTestSupabase(
  options: { migrationsDir?: string } = {},
): Promise<TestSupabase> {
  const dataDir = newDataDir();
  try {
    if (options.migrationsDir === undefined) copyTemplate(dataDir);
    const platform = await startSupabase({ dataDir, env: {}, ...options });
    return {
      platform,
      dataDir,
      async stop() {
        await platform.stop();
        removeDataDir(dataDir);
      },
    };
  } catch (error) {
    removeDataDir(dataDir);
    throw error;
  }
}

/** Begins with the database that was made for all tests, where there is one. */
function copyTemplate(dataDir: string): void {
  const template = process.env["TEST_DATABASE_TEMPLATE"];
  if (template) copyDataDir(template, dataDir);
}

/** Copies a database that is stopped, where it stands in one place; otherwise the copy is left to be made anew. */
export function copyDataDir(made: string, dataDir: string): void {
  if (fs.lstatSync(path.join(made, "cluster")).isSymbolicLink()) return;
  execFileSync("cp", ["-a", made, dataDir]);
}

/** An empty directory that does not exist yet, inside one that the database's account can pass through. */
export function newDataDir(): string {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), "countersign-test-"));
  if (process.getuid?.() === 0) fs.chmodSync(parent, 0o711);
  return path.join(parent, "data");
}

/** Removes what a test's database left, also where it stands outside the directory. */
export function removeDataDir(dataDir: string): void {
  const cluster = path.join(dataDir, "cluster");
  if (fs.lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink()) {
    fs.rmSync(fs.realpathSync(cluster), { recursive: true, force: true });
  }
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
}

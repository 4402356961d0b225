import fs from "node:fs";
import path from "node:path";

import postgres from "postgres";

import { postgresAccount } from "./account";
import { stopInOrder, type Stop } from "../stop-in-order";
import { findBinaries } from "./binaries";
import { startCluster, stopCluster, type Cluster } from "./cluster";
import { existingClusterFolder, makeClusterFolder, makeDataDir } from "./cluster-folder";
import { initialise } from "./initdb";
import { loadKeys } from "./keys";
import { createLite, embeddedUrl } from "./lite";
import { DirectoryTaken, takeDirectory, type ServerLock } from "./lock";
import { migrate } from "./migrate";
import { objectFolder } from "./object-folder";
import type { StartOptions, SupabasePlatform } from "./platform";
import { checkBySecret, sessionsByConnection, signedIn } from "./signed-in";
import { watchCluster } from "./watch";

/** Starts PostgreSQL on the data directory, brings its schema up to date and opens Supabase's interfaces over it. */
export async function embeddedPlatform(options: StartOptions): Promise<SupabasePlatform> {
  const { log = () => undefined } = options;
  const dataDir = path.resolve(options.dataDir);
  const account = postgresAccount();
  makeDataDir(dataDir, account);
  const undo: Stop[] = [];
  const stop = once(() => unwind(undo));
  try {
    const lock = options.share ? takeOrShare(dataDir) : takeDirectory(dataDir);
    if (lock) undo.push({ what: "giving the directory back", stop: () => lock.release() });
    const existing = existingClusterFolder(dataDir);
    const keys = await loadKeys(dataDir, existing !== null && holdsData(existing));
    const folder = existing ?? makeClusterFolder(dataDir, account, log);
    const binaries = await findBinaries(account, log);
    const made = await initialise(folder, binaries, account, keys.postgres);
    const cluster: Cluster = {
      data: fs.realpathSync(made),
      binaries,
      account,
      password: keys.postgres,
    };
    const running = await startCluster(cluster);
    if (running.adopted && lock)
      log("Took over the database that an earlier process left running.");
    if (lock) {
      undo.push({
        what: "stopping PostgreSQL",
        stop: () => stopCluster(cluster),
        within: 15_000,
      });
      const unwatch = await watchCluster(cluster, running, log);
      undo.push({ what: "ending the watch over PostgreSQL", stop: unwatch });
    }
    const lite = createLite(running.url, keys);
    undo.push({ what: "closing the connections of the pages", stop: () => lite.close() });
    if (lock) await bringUpToDate(running.url, lite.prepare, options, log);
    await lite.open();
    const check = checkBySecret(keys.jwt);
    const sessions = sessionsByConnection(running.url);
    const objects = objectFolder(path.join(dataDir, "objects"), keys.secret);
    undo.push({ what: "closing the connections of the sessions", stop: () => sessions.end() });
    return {
      kind: "embedded",
      url: embeddedUrl,
      anonKey: keys.publishable,
      serviceKey: keys.secret,
      fetch: async (input, init) => (await objects(input, init)) ?? lite.fetch(input, init),
      databaseUrl: running.url,
      signedIn: (token) => signedIn(check, sessions, token),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUpToDate(
  databaseUrl: string,
  prepare: (sql: postgres.Sql) => Promise<void>,
  options: StartOptions,
  log: (line: string) => void,
): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await prepare(sql);
    const folder = options.migrationsDir ?? path.resolve("supabase", "migrations");
    for (const file of await migrate(sql, folder, log)) log(`Applied ${file}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Null when a living server has the directory, and its database is to be used as it is. */
function takeOrShare(dataDir: string): ServerLock | null {
  try {
    return takeDirectory(dataDir);
  } catch (error) {
    if (error instanceof DirectoryTaken) return null;
    throw error;
  }
}

const holdsData = (folder: string) => fs.existsSync(path.join(folder, "data"));

/** Last started, first stopped. All are tried; the first failure is thrown when all were. */
async function unwind(undo: Stop[]): Promise<void> {
  const [failure] = await stopInOrder(undo.splice(0).reverse());
  if (failure) throw new Error(`${failure.what} went wrong`, { cause: failure.error });
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= action());
}

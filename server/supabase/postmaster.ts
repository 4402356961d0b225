import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import postgres from "postgres";

import { commandLineOf, isAlive } from "./process-identity";

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number | null;
}

/** The address of a cluster on this machine. Holds the password: never log it. */
export const clusterUrl = (port: number, password: string) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;

/**
 * The server process that works on these files, left by a process of ours that was killed or started by another.
 * A note that a dead or foreign process left is removed, because PostgreSQL would not start over it. Null when none.
 */
export function livingPostmaster(data: string): Postmaster | null {
  const file = path.join(data, "postmaster.pid");
  const noted = readIfThere(file)?.split("\n");
  if (!noted) return null;
  const pid = Math.abs(Number(noted[0]));
  const port = Number(noted[3]) || null;
  if (isAlive(pid)) {
    const command = commandLineOf(pid);
    if (command === null || command.includes(data)) return { pid, port };
  }
  fs.rmSync(file, { force: true });
  return null;
}

/**
 * Waits until the server on these files answers, also through crash recovery. Answers with its port, or with null
 * when it ended instead or another program has its number. Throws after 60 s.
 */
export async function awaitPostmaster(data: string, password: string): Promise<number | null> {
  const deadline = Date.now() + 60_000;
  for (let found = livingPostmaster(data); found; found = livingPostmaster(data)) {
    const state = found.port === null ? "starting" : await ask(found.port, password, data);
    if (state === "ours") return found.port;
    if (state === "foreign") return null;
    if (state === "refused") {
      throw new Error(
        `PostgreSQL (process ${found.pid}) runs on ${data} but does not take the password in keys.json. Put the right ` +
          `keys.json back, or stop that process.`,
      );
    }
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL (process ${found.pid}) runs on ${data} but has not answered for 60 seconds. Its log is ` +
          `${path.join(path.dirname(data), "postgres.log")}. Stop that process and start again.`,
      );
    }
    await delay(50);
  }
  return null;
}

async function ask(
  port: number,
  password: string,
  data: string,
): Promise<"ours" | "foreign" | "refused" | "starting"> {
  const sql = postgres(clusterUrl(port, password), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`;
    return row && samePlace(row.data_directory, data) ? "ours" : "foreign";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "28P01" ? "refused" : "starting";
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const samePlace = (one: string, other: string) =>
  fs.existsSync(one) && fs.realpathSync(one) === fs.realpathSync(other);

function readIfThere(file: string): string | null {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

/** A server in a process of its own, up or refused. */
export interface ServerProcess {
  pid: number;
  /** Its first line: `ready <database url>` or `refused <why>`. */
  said: string;
  /** Sends the signal and waits until the process is gone; its exit code, or null when killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts an embedded database in a process of its own and waits for what it says. */
export async function startServerProcess(
  dataDir: string,
  migrationsDir: string,
): Promise<ServerProcess> {
  const script = path.join("tests", "support", "embedded-server.ts");
  const args = ["--import", "tsx", script, dataDir, migrationsDir];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  const { pid } = child;
  if (pid === undefined) throw new Error("The server process did not start");
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      pid,
      said: line,
      async end(signal) {
        child.kill(signal);
        const [code] = await exited;
        return typeof code === "number" ? code : null;
      },
    };
  }
  throw new Error("The server process ended without a word");
}

/** The PostgreSQL server on a data directory, by its own note. */
export function postmasterPid(dataDir: string): number {
  const note = path.join(dataDir, "cluster", "data", "postmaster.pid");
  return Number(fs.readFileSync(note, "utf8").split("\n")[0]);
}

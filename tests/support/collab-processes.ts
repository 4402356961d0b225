import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** The collaboration server alone in a process. Resolves when it listens. */
export async function startCollabProcess(
  port: number,
  databaseUrl: string,
  redisUrl = "",
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/collab-process.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), REDIS_URL: redisUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("no output to wait for");
  await once(createInterface(child.stdout), "line");
  return child;
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

import { spawn } from "node:child_process";
import path from "node:path";

import type { Account } from "./account";

/** A program that ended with something else than success. */
export class ProgramFailed extends Error {
  constructor(
    program: string,
    readonly code: number | null,
    readonly complaint: string,
  ) {
    super(`${program} failed (${code ?? "killed"}): ${complaint || "it said nothing"}`);
  }
}

/**
 * Runs a program of PostgreSQL to its end, in a process group of its own, so that Ctrl-C in the terminal reaches us
 * and not the database under us. Throws `ProgramFailed`.
 */
export function run(file: string, args: string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ["ignore", "ignore", "pipe"],
      detached: true,
      windowsHide: true,
      cwd: path.parse(file).root,
      env: environment(),
      ...(account && { uid: account.uid, gid: account.gid }),
    });
    const said: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", reject);
    child.on("exit", (code) => {
      // What it started may hold the pipe for as long as it lives; only a failure is worth reading to the end.
      if (code !== 0) return;
      child.stderr.destroy();
      resolve();
    });
    child.on("close", (code) => {
      if (code === 0) return;
      const complaint = Buffer.concat(said).toString("utf8").trim().slice(-2000);
      reject(new ProgramFailed(path.basename(file), code, complaint));
    });
  });
}

/** Nothing of ours that could steer PostgreSQL (PGPORT, PGDATA), nor our secrets; messages in English, to be read by us. */
function environment(): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = { NODE_ENV: process.env.NODE_ENV, LC_ALL: "C" };
  for (const name of ["PATH", "SystemRoot", "TEMP", "TMP", "TZDIR"]) kept[name] = process.env[name];
  return kept;
}

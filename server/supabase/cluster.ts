import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { freePort } from "../free-port";
import type { Account } from "./account";
import type { Binaries } from "./binaries";
import { awaitPostmaster, clusterUrl, livingPostmaster } from "./postmaster";
import { ProgramFailed, run } from "./run";

/** A cluster's files and what is needed to run them. */
export interface Cluster {
  /** Its PostgreSQL data directory, absolute and without links. */
  data: string;
  binaries: Binaries;
  account: Account | null;
  password: string;
}

/** Where a running cluster answers. */
export interface RunningCluster {
  port: number;
  /** Holds the password: never log it. */
  url: string;
  /** Left running by an earlier process, and taken over. */
  adopted: boolean;
}

const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=60",
  "shared_buffers=128MB",
  "synchronous_commit=on",
  "timezone=UTC",
  "log_timezone=UTC",
  "jit=off",
];
const largestLog = 10 * 1024 * 1024;
const attempts = 20;

/** Adopts the server that runs on these files, or starts one, recovering from a crash where needed. */
export async function startCluster(cluster: Cluster, port?: number): Promise<RunningCluster> {
  const running = await awaitPostmaster(cluster.data, cluster.password);
  if (running !== null) {
    return { port: running, url: clusterUrl(running, cluster.password), adopted: true };
  }
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    const failure = await attemptStart(cluster, chosen);
    if (!failure)
      return { port: chosen, url: clusterUrl(chosen, cluster.password), adopted: false };
    // Another program took the port just now, or the last workers of a killed server have not noticed yet.
    const passes = /could not bind|pre-existing shared memory block/.test(failure);
    if (!passes || attempt === attempts) {
      throw new Error(
        `PostgreSQL did not start on ${cluster.data}. Nothing was removed. It said:\n${failure}`,
      );
    }
    await delay(250);
  }
}

/** Stops the server: running transactions are rolled back, what is committed is flushed. */
export async function stopCluster({ data, binaries, account }: Cluster): Promise<void> {
  const args = ["stop", "-m", "fast", "-w", "-t", "60", "-s", "-D", data];
  try {
    await run(binaries.pgCtl, args, account);
  } catch (error) {
    if (livingPostmaster(data)) throw error;
  }
}

/** Answers with what PostgreSQL complained about, or null when it started. */
async function attemptStart(cluster: Cluster, port: number): Promise<string | null> {
  const { data, binaries, account } = cluster;
  const log = path.join(path.dirname(data), "postgres.log");
  const before = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const from = before > largestLog ? 0 : before;
  if (before > largestLog) fs.renameSync(log, `${log}.1`);
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
  try {
    const args = ["start", "-w", "-t", "60", "-s", "-D", data, "-l", log, "-o", options];
    await run(binaries.pgCtl, args, account);
    return null;
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    const said = fs.existsSync(log) ? fs.readFileSync(log).subarray(from).toString("utf8") : "";
    return said.trim().slice(-2000) || error.message;
  }
}

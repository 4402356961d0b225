import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

import { pause } from "./statistics";

export interface Memory {
  rss: number;
  heapUsed: number;
  external: number;
}
export interface Loop {
  /** Milliseconds. */
  stall: number;
  utilization: number;
  cpu: number;
}

const probe = path.join(import.meta.dirname, "process-probe.mjs");

export interface StartServer {
  /** What Node is given, script and its arguments. */
  script: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Takes what the server prints. */
  logFile: string;
  /** Asked until it answers with success. */
  readyUrl: string;
}

/** One server that is measured, alone in a process with the probe beside it. */
export class ServerProcess {
  #isGone = false;
  #serial = 0;
  readonly #exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.#exited = once(child, "exit").then(() => (this.#isGone = true));
  }

  /** Starts a server and resolves when it answers; throws when it ends or stays silent for 90 seconds. */
  static async start(options: StartServer): Promise<ServerProcess> {
    const log = openSync(options.logFile, "a");
    const args = ["--expose-gc", "--import", probe, ...options.script];
    const child = spawn(process.execPath, args, {
      env: options.env,
      stdio: ["ignore", log, log, "ipc"],
    });
    closeSync(log);
    const server = new ServerProcess(child);
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await pause(20)) {
      if (server.isGone) throw new Error(`The server ended; see ${options.logFile}`);
      const ready = await fetch(options.readyUrl).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return server;
    }
    await server.end("SIGKILL");
    throw new Error(`The server did not answer at ${options.readyUrl}; see ${options.logFile}`);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Bytes, after a full garbage collection. */
  memory(): Promise<Memory> {
    return this.#ask<Memory>("memory");
  }

  /** Since this was last asked. */
  loop(): Promise<Loop> {
    return this.#ask<Loop>("loop");
  }

  /** Resident bytes now, without the server's help. */
  residentBytes(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
  }

  /** Sends the signal and waits for the end. False when it took over 30 seconds and had to be killed. */
  async end(signal: NodeJS.Signals): Promise<boolean> {
    if (!this.#isGone) this.child.kill(signal);
    const patience = setTimeout(() => this.child.kill("SIGKILL"), 30_000);
    await this.#exited;
    clearTimeout(patience);
    return signal === "SIGKILL" || this.child.signalCode !== "SIGKILL";
  }

  /** Does the work, and keeps what the server's CPU did meanwhile in a file for Chrome's developer tools. */
  async profiled<Result>(file: string | null, work: () => Promise<Result>): Promise<Result> {
    if (file === null) return work();
    await this.#ask("startProfile");
    try {
      return await work();
    } finally {
      await this.#ask("keepProfile", file);
    }
  }

  #ask<Answer>(ask: string, what?: string): Promise<Answer> {
    const id = ++this.#serial;
    return new Promise((resolve, reject) => {
      const listen = (message: unknown) => {
        const { id: of, answer } = message as { id: number; answer: Answer };
        if (of !== id) return;
        this.child.off("message", listen);
        resolve(answer);
      };
      this.child.on("message", listen);
      this.child.send({ id, ask, what }, (error) => error && reject(error));
      void this.#exited.then(() => reject(new Error("The server ended")));
    });
  }
}

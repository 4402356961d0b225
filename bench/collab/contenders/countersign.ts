import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  existsSync,
  lstatSync,
  readFileSync,
  realpathSync,
  rmSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

import { reviewDocumentName } from "~/collab/review-document";

import { demoPeople } from "../../../seeds/demo-people";
import type { Door } from "../clients/raw-client";
import { plainWire } from "../clients/wire";
import { freePort } from "../../../server/free-port";
import { ServerProcess } from "../server-process";
import type { Contender } from "./contender";
import { BenchNewsroom } from "./newsroom";

const demoPassword = "a-password-for-measuring";
/** Milliseconds for which a session is used again after a restart; it lasts for an hour. */
const signedInFor = 30 * 60_000;

export interface CountersignOptions {
  /** The built server. */
  script: string;
  /** How many people there are to open documents; more than the four of the demonstration are taken on. */
  people: number;
  /** Where everything stays from one run to the next, sessions too while it runs; otherwise a folder that goes away. */
  keepIn?: string;
}

/** Countersign as `npm start` runs it: the built process, its embedded database, people who signed in by the form. */
export class Countersign implements Contender {
  readonly name = "countersign";
  readonly acknowledges = true;
  readonly persists = true;
  #server: ServerProcess | null = null;
  #newsroom: BenchNewsroom | null = null;
  #port = 0;
  #cookies: string[] = [];
  #accounts: { email: string; password: string }[] = [];
  #signedInAt = 0;
  readonly #directory: string;
  readonly #dataDir: string;

  constructor(private readonly options: CountersignOptions) {
    const { keepIn } = options;
    this.#directory = keepIn ?? mkdtempSync(path.join(os.tmpdir(), "bench-collab-"));
    this.#dataDir = path.join(this.#directory, "data");
    mkdirSync(this.#directory, { recursive: true });
    // The database runs under an account of its own when we are root.
    if (process.getuid?.() === 0) chmodSync(this.#directory, 0o711);
    if (!existsSync(options.script))
      throw new Error(`${options.script} is not there: npm run build`);
  }

  get server(): ServerProcess {
    if (this.#server === null) throw new Error("Countersign does not run");
    return this.#server;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    if (this.#server !== null && !this.#server.isGone) return;
    this.#port = await freePort();
    this.#server = await ServerProcess.start({
      script: [this.options.script],
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        NODE_ENV: "production",
        PORT: String(this.#port),
        DATA_DIR: this.#dataDir,
        DEMO_PASSWORD: demoPassword,
        LOG_LEVEL: "warn",
      },
      logFile: path.join(this.#directory, "log"),
      readyUrl: `${this.origin}/healthz`,
    });
    if (this.#accounts.length === 0) this.#accounts = await this.#people();
    const mayKeep = this.options.keepIn !== undefined && this.#cookies.length > 0;
    if (mayKeep && Date.now() - this.#signedInAt < signedInFor) return;
    this.#signedInAt = Date.now();
    this.#cookies = [];
    for (const account of this.#accounts) this.#cookies.push(await this.#signIn(account));
  }

  async stop(): Promise<void> {
    await this.#leaveNewsroom();
    const hasEnded = await this.#server?.end("SIGTERM");
    if (hasEnded === false) console.error(`  note: ${this.name} did not stop and was killed`);
  }

  async crash(withDatabase: boolean): Promise<void> {
    await this.#leaveNewsroom();
    const postmaster = withDatabase ? this.#postmaster() : null;
    const ended = this.#server?.end("SIGKILL");
    if (postmaster !== null) process.kill(postmaster, "SIGKILL");
    await ended;
  }

  async newRooms(count: number): Promise<string[]> {
    this.#newsroom ??= await BenchNewsroom.open(this.#dataDir);
    const ids = await this.#newsroom.claimsInReview(count);
    await this.#leaveNewsroom();
    return ids.map(reviewDocumentName);
  }

  door(room: string, person: number): Door {
    const cookie = this.#cookies[person % this.#cookies.length] ?? "";
    return {
      url: `ws://127.0.0.1:${this.#port}/collab/${room}`,
      headers: { cookie, origin: this.origin },
      wire: plainWire,
      room,
    };
  }

  /** The log so far. */
  log(): string {
    return readFileSync(path.join(this.#directory, "log"), "utf8");
  }

  async dispose(): Promise<void> {
    await this.stop();
    if (this.options.keepIn !== undefined) return;
    const cluster = path.join(this.#dataDir, "cluster");
    if (lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink()) {
      rmSync(realpathSync(cluster), { recursive: true, force: true });
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }

  async #people() {
    // The demonstration's second reviewer sees the demo claims blind, but these rooms have one of their own.
    const demo = Object.values(demoPeople).map(({ email }) => ({ email, password: demoPassword }));
    const missing = Math.max(0, this.options.people - demo.length);
    if (missing === 0) return demo;
    this.#newsroom ??= await BenchNewsroom.open(this.#dataDir);
    return [...demo, ...(await this.#newsroom.hire(missing))];
  }

  async #leaveNewsroom(): Promise<void> {
    await this.#newsroom?.close();
    this.#newsroom = null;
  }

  async #signIn(account: { email: string; password: string }): Promise<string> {
    const response = await fetch(`${this.origin}/login`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: this.origin },
      body: new URLSearchParams(account),
    });
    const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0]);
    if (response.status !== 302) throw new Error(`Sign-in was refused: HTTP ${response.status}`);
    return cookies.join("; ");
  }

  #postmaster(): number {
    const note = path.join(this.#dataDir, "cluster", "data", "postmaster.pid");
    return Number(readFileSync(note, "utf8").split("\n")[0]);
  }
}

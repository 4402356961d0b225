import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import type { Door } from "../clients/raw-client";
import { hocuspocusWire, plainWire, type Wire } from "../clients/wire";
import { freePort } from "../../../server/free-port";
import { ServerProcess } from "../server-process";
import type { Contender } from "./contender";

interface PeerKind {
  name: string;
  acknowledges: boolean;
  persists: boolean;
  wire: Wire;
  script: string;
  /** Settings of a server that keeps its data in this directory. */
  env(directory: string): Record<string, string>;
  /** The path under which a document is opened. */
  pathOf(room: string): string;
}

const here = import.meta.dirname;
const yWebsocketScript = path.resolve("node_modules", "y-websocket-2", "bin", "server.cjs");

/** `@hocuspocus/server` with its SQLite extension, on its defaults: stored 2 s after an edit, 10 s at the latest. */
const hocuspocus: PeerKind = {
  name: "hocuspocus+sqlite",
  acknowledges: true,
  persists: true,
  wire: hocuspocusWire,
  script: path.join(here, "hocuspocus-server.mjs"),
  env: (directory) => ({ DATABASE: path.join(directory, "documents.sqlite") }),
  pathOf: () => "",
};

/** The server that y-websocket 2.1.0 shipped, the last one for Yjs 13, as published. */
const yWebsocket: PeerKind = {
  name: "y-websocket memory",
  acknowledges: false,
  persists: false,
  wire: plainWire,
  script: yWebsocketScript,
  env: () => ({}),
  pathOf: (room) => room,
};

const yWebsocketLeveldb: PeerKind = {
  ...yWebsocket,
  name: "y-websocket leveldb",
  persists: true,
  env: (directory) => ({ YPERSISTENCE: path.join(directory, "leveldb") }),
};

class Peer implements Contender {
  readonly name;
  readonly acknowledges;
  readonly persists;
  #server: ServerProcess | null = null;
  #port = 0;
  readonly #directory = mkdtempSync(path.join(os.tmpdir(), "bench-collab-"));

  constructor(private readonly kind: PeerKind) {
    this.name = kind.name;
    this.acknowledges = kind.acknowledges;
    this.persists = kind.persists;
  }

  get server(): ServerProcess {
    if (this.#server === null) throw new Error(`${this.name} does not run`);
    return this.#server;
  }

  async start(): Promise<void> {
    if (this.#server !== null && !this.#server.isGone) return;
    this.#port = await freePort();
    this.#server = await ServerProcess.start({
      script: [this.kind.script],
      env: {
        PATH: process.env["PATH"],
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(this.#port),
        ...this.kind.env(this.#directory),
      },
      logFile: path.join(this.#directory, "log"),
      readyUrl: `http://127.0.0.1:${this.#port}/`,
    });
  }

  async stop(): Promise<void> {
    const hasEnded = await this.#server?.end("SIGTERM");
    if (hasEnded === false) console.error(`  note: ${this.name} did not stop and was killed`);
  }

  async crash(): Promise<void> {
    await this.#server?.end("SIGKILL");
  }

  async newRooms(count: number): Promise<string[]> {
    return Array.from({ length: count }, () => randomUUID());
  }

  door(room: string): Door {
    const url = `ws://127.0.0.1:${this.#port}/${this.kind.pathOf(room)}`;
    return { url, headers: {}, wire: this.kind.wire, room };
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

export const hocuspocusPeer = (): Contender => new Peer(hocuspocus);
export const yWebsocketPeer = (): Contender => new Peer(yWebsocket);
export const yWebsocketLeveldbPeer = (): Contender => new Peer(yWebsocketLeveldb);

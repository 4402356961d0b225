import * as encoding from "lib0/encoding";
import WebSocket from "ws";
import * as Y from "yjs";

import type { Wire } from "./wire";

/** Where a person opens a document. */
export interface Door {
  url: string;
  headers: Record<string, string>;
  wire: Wire;
  room: string;
}

export interface RawClientOptions {
  /** Takes what comes in; without one, updates are handed on and not applied. */
  doc?: Y.Doc;
  /** Called after an update was applied, with it and the time it came. */
  onContent?: (update: Uint8Array) => void;
  onAwareness?: (update: Uint8Array) => void;
}

const nothing = new Uint8Array([0, 0]);
const noVector = new Uint8Array([0]);

/** A client of the bare protocol: cheap enough that hundreds of them load a server more than themselves. */
export class RawClient {
  readonly socket: WebSocket;
  /** Update messages sent, and how many of them the server says are saved. */
  sent = 0;
  saved = 0;
  /** Why the connection ended: a close code with its reason, or the status of a refused handshake. */
  closed: string | null = null;
  /** How many bytes the first answer had. */
  firstAnswerBytes = 0;
  readonly synced: Promise<void>;
  #isSynced = false;
  #waiting: (() => void)[] = [];

  constructor(
    readonly door: Door,
    private readonly options: RawClientOptions = {},
  ) {
    const { url, headers, wire, room } = door;
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.socket.binaryType = "nodebuffer";
    this.socket.on("open", () => {
      const hello = wire.hello(room);
      if (hello) this.socket.send(hello);
      else this.#begin();
    });
    this.socket.on("message", (data: Buffer) => this.#hear(data));
    this.socket.on("unexpected-response", (_request, response) => {
      this.#end(`HTTP ${response.statusCode}`);
      this.socket.terminate();
    });
    this.socket.on("close", (code, reason) => this.#end(`${code} ${reason.toString()}`.trim()));
    this.socket.on("error", (error) => this.#end(error.message));
    this.synced = this.until(() => this.#isSynced);
    this.synced.catch(() => undefined);
  }

  get isSaved(): boolean {
    return this.saved >= this.sent;
  }

  sendUpdate(update: Uint8Array): void {
    this.sent += 1;
    this.socket.send(this.door.wire.update(this.door.room, update));
  }

  sendAwareness(update: Uint8Array): void {
    this.socket.send(this.door.wire.awareness(this.door.room, update));
  }

  /** Resolves when the condition holds, looked at whenever something is heard. Rejects when the connection ends. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (condition()) resolve();
        else if (this.closed !== null) reject(new Error(`${this.door.room}: ${this.closed}`));
        else this.#waiting.push(look);
      };
      look();
    });
  }

  close(): void {
    this.socket.terminate();
  }

  #begin(): void {
    const { doc } = this.options;
    const vector = doc ? Y.encodeStateVector(doc) : noVector;
    this.socket.send(this.door.wire.question(this.door.room, vector));
  }

  #hear(data: Buffer): void {
    const { wire, room } = this.door;
    const { doc, onContent, onAwareness } = this.options;
    const heard = wire.read(data);
    switch (heard.kind) {
      case "admitted":
        this.#begin();
        break;
      case "question":
        this.sent += 1;
        this.socket.send(
          wire.answer(room, doc ? Y.encodeStateAsUpdate(doc, heard.vector) : nothing),
        );
        break;
      case "content":
        if (doc) Y.applyUpdate(doc, heard.update, this);
        if (heard.isAnswer && !this.#isSynced) {
          this.firstAnswerBytes = heard.update.length;
          this.#isSynced = true;
        }
        onContent?.(heard.update);
        break;
      case "saved":
        this.saved = "upTo" in heard ? heard.upTo : this.saved + heard.more;
        break;
      case "awareness":
        onAwareness?.(heard.update);
        break;
    }
    if (this.#waiting.length > 0) this.#look();
  }

  #look(): void {
    const looks = this.#waiting;
    this.#waiting = [];
    for (const look of looks) look();
  }

  #end(why: string): void {
    this.closed ??= why;
    this.#look();
  }
}

/** An awareness message of one client. */
export function awarenessOf(client: number, clock: number, state: object | null): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

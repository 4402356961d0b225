import * as Y from "yjs";

import { RawClient } from "../clients/raw-client";
import { Writer } from "../clients/writer";
import type { Contender } from "../contenders/contender";
import { pause } from "../statistics";
import type { SureRoom } from "./campaign-file";

/** Edits: of those that somebody had seen, and of those that were acknowledged. */
export interface Missing {
  seen: number;
  acknowledged: number;
}

/** One room with somebody who types and somebody who watches, between one start of the server and its end. */
export class Table {
  readonly #doc = new Y.Doc();
  readonly #watcher: RawClient;
  #writer: Writer | null = null;
  #seen = 0;
  /** The writer's clock after each message, by the number of the message. */
  readonly #ends: number[] = [];

  constructor(
    private readonly contender: Contender,
    private readonly room: SureRoom,
  ) {
    this.#watcher = new RawClient(contender.door(room.name, 1), {
      doc: this.#doc,
      onContent: (update) => {
        const { id } = this.#writer ?? {};
        const end = id === undefined ? 0 : (Y.parseUpdateMeta(update).to.get(id) ?? 0);
        this.#seen = Math.max(this.#seen, end);
      },
    });
  }

  /** Looks whether everything is there that ever was sure in this room. */
  async missing(): Promise<Missing> {
    await this.#watcher.synced;
    const of = (sure: Record<string, number>) =>
      Object.entries(sure).reduce((sum, [client, end]) => {
        const kept = Y.getState(this.#doc.store, Number(client));
        return sum + Math.max(0, end - kept);
      }, 0);
    return { seen: of(this.room.seen), acknowledged: of(this.room.acknowledged) };
  }

  async sit(mostEdits: number): Promise<void> {
    this.#writer = new Writer(this.contender, this.room.name, 0);
    await this.#writer.open();
    this.#ends[this.#writer.client.sent] = this.#writer.end;
    this.#writer.prepare(mostEdits);
  }

  close(): void {
    this.#watcher.close();
    this.#doc.destroy();
  }

  type(): void {
    const writer = this.#writer;
    if (!writer?.type()) return;
    this.#ends[writer.client.sent] = writer.end;
  }

  /** Once the server is gone: waits for the last that came out of it, and notes what is sure from now on. */
  async leave(): Promise<Missing> {
    const writer = this.#writer;
    if (!writer) throw new Error("nobody sat at this table");
    for (const client of [this.#watcher, writer.client]) {
      while (client.closed === null) await pause(1);
      if (!/^1006|ECONNRESET|EPIPE/.test(client.closed)) {
        throw new Error(`${this.room.name}, before the kill: ${client.closed}`);
      }
    }
    const acknowledged = this.#ends[writer.client.saved] ?? 0;
    this.room.seen[writer.id] = this.#seen;
    this.room.acknowledged[writer.id] = acknowledged;
    writer.close();
    this.#doc.destroy();
    return { seen: this.#seen, acknowledged };
  }
}

import * as Y from "yjs";

import type { Contender } from "../contenders/contender";
import type { EditLedger } from "./edit-ledger";
import { RawClient } from "./raw-client";

/**
 * One who types a paragraph of their own as fast as told, from updates that Yjs made beforehand: so a load generator
 * spends its time on sending, and what it sends is what an editor sends.
 */
export class Writer {
  readonly client: RawClient;
  readonly #doc = new Y.Doc();
  readonly #text = new Y.XmlText();
  #ready: { update: Uint8Array; end: number }[] = [];
  #made: Uint8Array | null = null;

  constructor(
    contender: Contender,
    readonly room: string,
    person: number,
    private readonly ledger?: EditLedger,
  ) {
    this.client = new RawClient(contender.door(room, person));
    this.#doc.on("update", (update: Uint8Array) => (this.#made = update));
    const paragraph = new Y.XmlElement("paragraph");
    this.#doc.transact(() => {
      this.#doc.getXmlFragment("rationale").insert(0, [paragraph]);
      paragraph.insert(0, [this.#text]);
    });
  }

  /** The client id whose clock counts what this one wrote. */
  get id(): number {
    return this.#doc.clientID;
  }

  /** Characters sent so far, as this writer's clock. */
  end = 0;

  async open(): Promise<this> {
    await this.client.synced;
    this.#send(this.#made, this.#clock());
    return this;
  }

  /** Makes so many updates of one character each, to be sent later. */
  prepare(count: number): void {
    this.#ready = [];
    for (let made = 0; made < count; made++) {
      this.#text.insert(this.#text.length, "a");
      if (this.#made) this.#ready.push({ update: this.#made, end: this.#clock() });
    }
    this.#ready.reverse();
  }

  /** Sends the next prepared update. Returns false when there is none, or the connection has ended. */
  type(): boolean {
    if (this.client.closed !== null) return false;
    const next = this.#ready.pop();
    if (!next) return false;
    this.ledger?.wrote(this.id, next.end, performance.now());
    this.#send(next.update, next.end);
    return true;
  }

  /** Sends so many edits in one update: characters at places all over the text, and one in ten taken out again. */
  scatter(edits: number): void {
    const text = this.#text;
    this.#doc.transact(() => {
      for (let edit = 0; edit < edits; edit++) {
        const place = Math.floor(Math.random() * (text.length + 1));
        if (edit % 10 === 9 && place < text.length) text.delete(place, 1);
        else text.insert(place, "a");
      }
    });
    this.#send(this.#made, this.#clock());
  }

  /** Replaces all that this one wrote with so many characters. */
  rewrite(characters: number): void {
    this.#doc.transact(() => {
      this.#text.delete(0, this.#text.length);
      this.#text.insert(0, "a".repeat(characters));
    });
    this.#send(this.#made, this.#clock());
  }

  close(): void {
    this.client.close();
    this.#doc.destroy();
  }

  #clock(): number {
    return Y.getState(this.#doc.store, this.id);
  }

  #send(update: Uint8Array | null, end: number): void {
    if (!update || this.client.closed !== null) return;
    this.client.sendUpdate(update);
    this.end = end;
  }
}

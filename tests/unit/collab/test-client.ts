import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as awarenessProtocol from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import * as Y from "yjs";

import { messageType, readDurable, syncFrame, syncType } from "~/collab/protocol";
import type { Room } from "~/collab/room";
import type { Peer } from "~/collab/seat";
import type { DocumentRight } from "~/domain/people/permissions";

/** What a browser reaches of a room, directly or over a wire. */
export type Door = Pick<Room, "join" | "leave" | "receive">;

/** A browser without a network: speaks to a room as y-websocket does, and remembers what it was told. */
export class TestClient {
  readonly doc = new Y.Doc();
  readonly awareness: awarenessProtocol.Awareness;
  closed: { code: number; reason: string } | null = null;
  access: { right: DocumentRight; lineage: string; round: number } | null = null;
  /** Update messages sent over the present connection, and how many of them are saved. */
  sent = 0;
  saved = 0;
  head = 0;
  /** How long it was asked to send nothing, in milliseconds. */
  rests = 0;
  isSynced = false;
  /** Whether the room has asked for, and was sent, what it lacked. */
  hasAnswered = false;
  updatesReceived = 0;
  peer: Peer | null = null;
  #room: Door | null = null;

  /** @param clientId Of its document; by chance where none is given. */
  constructor(
    readonly person = "ann",
    clientId?: number,
  ) {
    if (clientId !== undefined) this.doc.clientID = clientId;
    this.awareness = new awarenessProtocol.Awareness(this.doc);
    clearInterval(this.awareness._checkInterval);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
    this.awareness.on("update", (change: Record<"added" | "updated" | "removed", number[]>) => {
      this.sendAwareness([...change.added, ...change.updated, ...change.removed]);
    });
  }

  get allSaved(): boolean {
    return this.peer !== null && this.saved === this.sent;
  }

  connect(room: Door, right: DocumentRight = "write"): this {
    // As on a real wire, where what a client says on opening is sent before it has heard anything.
    const early: Uint8Array[] = [];
    let isOpening = true;
    const peer: Peer = {
      person: { id: this.person, name: `Name of ${this.person}`, color: "#123456" },
      right,
      round: 0,
      send: (message) => {
        if (this.peer !== peer) return;
        if (isOpening) early.push(message);
        else this.#receive(message);
      },
      rest: (milliseconds) => (this.rests += milliseconds),
      close: (code, reason) => {
        if (this.peer !== peer) return;
        this.closed = { code, reason };
        this.disconnect();
      },
    };
    this.peer = peer;
    this.#room = room;
    this.closed = null;
    this.sent = 0;
    this.saved = 0;
    this.isSynced = false;
    this.hasAnswered = false;
    room.join(peer);
    this.send(syncFrame(syncType.step1, Y.encodeStateVector(this.doc)));
    this.sendAwareness([this.doc.clientID]);
    isOpening = false;
    for (const message of early) this.#receive(message);
    return this;
  }

  disconnect(): void {
    const { peer } = this;
    this.peer = null;
    if (peer) this.#room?.leave(peer);
  }

  send(message: Uint8Array): void {
    if (this.peer) this.#room?.receive(this.peer, message);
  }

  sendUpdate(update: Uint8Array): void {
    if (!this.peer) return;
    this.sent += 1;
    this.send(syncFrame(syncType.update, update));
  }

  sendAwareness(ids: number[]): void {
    this.sendAwarenessUpdate(awarenessProtocol.encodeAwarenessUpdate(this.awareness, ids));
  }

  sendAwarenessUpdate(update: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageType.awareness);
    encoding.writeVarUint8Array(encoder, update);
    this.send(encoding.toUint8Array(encoder));
  }

  #receive(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === messageType.sync) return this.#receiveSync(decoder);
    if (type === messageType.awareness) {
      const update = decoding.readVarUint8Array(decoder);
      return awarenessProtocol.applyAwarenessUpdate(this.awareness, update, this);
    }
    const durable = readDurable(decoder);
    if (durable?.kind === "access") this.access = durable;
    if (durable?.kind === "saved") {
      this.saved = durable.messages;
      this.head = durable.head;
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const answer = encoding.createEncoder();
    encoding.writeVarUint(answer, messageType.sync);
    const type = this.#withoutTidying(() =>
      syncProtocol.readSyncMessage(decoder, answer, this.doc, this),
    );
    if (type === syncProtocol.messageYjsSyncStep1) {
      this.sent += 1;
      this.hasAnswered = true;
      this.send(encoding.toUint8Array(answer));
    } else {
      if (type === syncProtocol.messageYjsSyncStep2) this.isSynced = true;
      else this.updatesReceived += 1;
    }
  }

  /** As `ReviewSession` does for those who may not write everything. */
  #withoutTidying<Read>(read: () => Read): Read {
    if (this.peer?.right === "write") return read();
    return this.doc.transact((transaction) => {
      const result = read();
      transaction.local = true;
      return result;
    }, this);
  }
}

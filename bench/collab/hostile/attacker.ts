import type { Socket } from "node:net";

import * as encoding from "lib0/encoding";
import * as Y from "yjs";

import { RawClient } from "../clients/raw-client";
import type { Contender } from "../contenders/contender";

/** What an attack has at hand: connections of a signed-in person, and what can be known of others in the room. */
export class Attacker {
  readonly #clients: RawClient[] = [];

  private constructor(
    private readonly contender: Contender,
    readonly room: string,
    readonly person: number,
    /** A client id that somebody else writes under, and the clock it has reached. */
    readonly victim: { client: number; clock: number },
    readonly main: RawClient,
  ) {
    this.#clients.push(main);
  }

  static async enter(
    contender: Contender,
    room: string,
    person: number,
    victim: { client: number; clock: number },
  ): Promise<Attacker> {
    const main = new RawClient(contender.door(room, person), { doc: new Y.Doc() });
    await main.synced;
    return new Attacker(contender, room, person, victim, main);
  }

  /** One more connection of the same person. */
  another(): RawClient {
    const client = new RawClient(this.contender.door(this.room, this.person));
    this.#clients.push(client);
    return client;
  }

  /** A WebSocket message as it is. */
  message(bytes: Uint8Array | string): void {
    if (this.main.closed === null) this.main.socket.send(bytes);
  }

  /** Bytes on the connection, beneath WebSocket. */
  bytes(...values: number[]): void {
    const { _socket: socket } = this.main.socket as unknown as { _socket?: Socket };
    socket?.write(Buffer.from(values));
  }

  tcp(): Socket | undefined {
    return (this.main.socket as unknown as { _socket?: Socket })._socket;
  }

  update(update: Uint8Array): void {
    if (this.main.closed === null) this.main.sendUpdate(update);
  }

  awareness(write: (encoder: encoding.Encoder) => void): void {
    if (this.main.closed === null) this.main.sendAwareness(encoded(write));
  }

  question(vector: Uint8Array): void {
    const { wire, room } = this.main.door;
    this.message(wire.question(room, vector));
  }

  leave(): void {
    for (const client of this.#clients) client.close();
  }
}

export function encoded(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** What an editor would send after doing this in a new document, under this client id if given. */
export function updateOf(change: (doc: Y.Doc) => void, client?: number): Uint8Array {
  const doc = new Y.Doc();
  if (client !== undefined) doc.clientID = client;
  doc.transact(() => change(doc));
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

export interface Struct {
  client: number;
  clock: number;
  /** Character before it, by client id and clock. */
  origin?: [number, number];
  text?: string;
}

/** An update of single text structs in Yjs's first encoding, whose clocks and origins nobody has checked. */
export function handmadeUpdate(structs: readonly Struct[]): Uint8Array {
  return encoded((encoder) => {
    encoding.writeVarUint(encoder, structs.length);
    for (const { client, clock, origin, text = "x" } of structs) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeUint8(encoder, origin ? 0x84 : 0x04);
      if (origin) {
        encoding.writeVarUint(encoder, origin[0]);
        encoding.writeVarUint(encoder, origin[1]);
      } else {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, "summary");
      }
      encoding.writeVarString(encoder, text);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

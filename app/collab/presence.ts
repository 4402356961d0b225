import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

import { frame, messageType } from "./protocol";

/** Who somebody is, as the server knows it; what a client claims about itself is overwritten with this. */
export interface PresencePerson {
  id: string;
  name: string;
  color: string;
}

interface Shown<Holder> {
  holder: Holder;
  /** Always rising, so that observers take every state, whatever clock a reconnecting client starts with. */
  clock: number;
  state: string;
}

/** Who is in the room and where their carets are. Never stored; speaks the awareness part of the protocol. */
export class Presence<Holder extends object> {
  readonly #shown = new Map<number, Shown<Holder>>();
  readonly #clocks = new Map<number, number>();

  /**
   * Takes an awareness message of one connection and returns what the others should see, or null for nothing.
   * Client ids that this connection may not show itself under are left out silently: y-websocket echoes what it was
   * told about other people, so that is no offence. Throws on a malformed message.
   */
  receive(
    holder: Holder,
    person: PresencePerson,
    message: Uint8Array,
    mayShow: (client: number) => boolean,
  ): Uint8Array | null {
    const decoder = decoding.createDecoder(message);
    const changed: number[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const text = decoding.readVarString(decoder);
      const state: unknown = JSON.parse(text);
      if (this.#isEcho(holder, client, clock, text) || !mayShow(client)) continue;
      if (state === null) {
        if (this.#shown.get(client)?.holder !== holder) continue;
        this.#shown.delete(client);
      } else if (typeof state === "object") {
        const known = JSON.stringify({ ...state, user: person });
        this.#shown.set(client, { holder, clock: this.#tick(client), state: known });
      } else {
        throw new Error("awareness state of an unknown kind");
      }
      changed.push(client);
    }
    return changed.length > 0 ? this.#frame(changed) : null;
  }

  holderOf(client: number): Holder | null {
    return this.#shown.get(client)?.holder ?? null;
  }

  idsOf(holder: Holder): number[] {
    return [...this.#shown].filter(([, shown]) => shown.holder === holder).map(([id]) => id);
  }

  /** Everybody, for somebody who has just come; null when nobody is there. */
  everybody(): Uint8Array | null {
    if (this.#shown.size === 0) return null;
    // Who comes back after a broken connection has forgotten the states but not their clocks.
    for (const [client, shown] of this.#shown) shown.clock = this.#tick(client);
    return this.#frame([...this.#shown.keys()]);
  }

  /** Forgets a connection and returns what the others should see, or null. */
  leave(holder: Holder): Uint8Array | null {
    const gone = this.idsOf(holder);
    for (const client of gone) this.#shown.delete(client);
    return gone.length > 0 ? this.#frame(gone) : null;
  }

  #isEcho(holder: Holder, client: number, clock: number, text: string): boolean {
    const shown = this.#shown.get(client);
    return shown?.clock === clock && shown.state === text && shown.holder !== holder;
  }

  #tick(client: number): number {
    const clock = (this.#clocks.get(client) ?? 0) + 1;
    this.#clocks.set(client, clock);
    return clock;
  }

  #frame(clients: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      const shown = this.#shown.get(client);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, shown?.clock ?? this.#tick(client));
      encoding.writeVarString(encoder, shown?.state ?? "null");
    }
    const update = encoding.toUint8Array(encoder);
    return frame(messageType.awareness, (outer) => encoding.writeVarUint8Array(outer, update));
  }
}

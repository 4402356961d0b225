import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

import type { PersonPresent } from "~/domain/people/presence";

import { frame, messageType } from "./protocol";

/** Who somebody is, as the server knows it; what a client claims about itself is overwritten with this. */
export type PresencePerson = PersonPresent;

/**
 * What a client id is to a connection: its own; one of the same person that it need not show; or somebody else's, whose
 * states it may only repeat.
 */
export type PresenceClaim = "own" | "spare" | "foreign";

/** A name as it is compared with others. */
export const nameForm = (name: string): string =>
  name.normalize("NFKC").trim().toLowerCase().slice(0, 200);

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
   * Takes an awareness message of one connection and returns the client ids whose states changed for the others.
   * y-websocket repeats what it was told about other people, and says that they left when it has not heard of them, so
   * both are left out silently. A newer state of somebody else, or one's own under the name of somebody else, is
   * `forged`, and then nothing of the message counts. Throws on a malformed message.
   */
  receive(
    holder: Holder,
    person: PresencePerson,
    message: Uint8Array,
    claimOf: (client: number) => PresenceClaim,
    isSomebodyElse: (name: string) => boolean,
  ): number[] | "forged" {
    const decoder = decoding.createDecoder(message);
    const own: { client: number; state: unknown }[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const text = decoding.readVarString(decoder);
      const state: unknown = JSON.parse(text);
      if (this.#isEcho(holder, client, clock, text)) continue;
      const claim = claimOf(client);
      if (claim === "foreign" && state !== null && clock > (this.#clocks.get(client) ?? 0)) {
        return "forged";
      }
      if (claim !== "own") continue;
      if (pretends(state, person, isSomebodyElse)) return "forged";
      own.push({ client, state });
    }
    const changed: number[] = [];
    for (const { client, state } of own) {
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
    return changed;
  }

  /** Takes what another process says of one of its people; true when that is news. */
  put(holder: Holder, client: number, state: string | null): boolean {
    const shown = this.#shown.get(client);
    if (state === null) return shown !== undefined && this.#shown.delete(client);
    if (shown?.state === state && shown.holder === holder) return false;
    this.#shown.set(client, { holder, clock: this.#tick(client), state });
    return true;
  }

  /** The states of these client ids as they are shown; null for one that is gone. */
  statesOf(clients: readonly number[]): [client: number, state: string | null][] {
    return clients.map((client) => [client, this.#shown.get(client)?.state ?? null]);
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

  /** The present states of these client ids as one message; gone ones are told as gone. Null for none. */
  tell(clients: readonly number[]): Uint8Array | null {
    return clients.length > 0 ? this.#frame(clients) : null;
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

/** Whether a state names its person as somebody else. A name that is nobody's is only replaced. */
function pretends(
  state: unknown,
  person: PresencePerson,
  isSomebodyElse: (name: string) => boolean,
): boolean {
  if (typeof state !== "object" || state === null || !("user" in state)) return false;
  const { user } = state;
  if (typeof user !== "object" || user === null) return false;
  const id = "id" in user && typeof user.id === "string" ? user.id : person.id;
  if (id !== person.id && isPersonId.test(id)) return true;
  return "name" in user && typeof user.name === "string" && isSomebodyElse(nameForm(user.name));
}

const isPersonId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

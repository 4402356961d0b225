import { z } from "zod";

import type { PersonPresent } from "~/domain/people/presence";

import type { PresenceStates } from "./room-people";

const shown = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string() }),
});

interface Heard {
  person: PersonPresent;
  at: number;
}

/**
 * Who is in which room at other processes, also where the room is not open at this one: a desk shows who is in a review
 * that nobody here has opened.
 */
export class PeopleElsewhere {
  /** By claim, then by process and client id. */
  readonly #rooms = new Map<string, Map<string, Heard>>();

  hear(process: string, claimId: string, states: PresenceStates, now: number): void {
    const room = this.#rooms.get(claimId) ?? new Map<string, Heard>();
    for (const [client, state] of states) {
      const person = state === null ? null : personOf(state);
      if (person) room.set(`${process} ${client}`, { person, at: now });
      else room.delete(`${process} ${client}`);
    }
    if (room.size > 0) this.#rooms.set(claimId, room);
    else this.#rooms.delete(claimId);
  }

  /** Forgets people of processes that have not been heard of since then. */
  forgetSilent(since: number): void {
    for (const [claimId, room] of this.#rooms) {
      for (const [key, { at }] of room) if (at < since) room.delete(key);
      if (room.size === 0) this.#rooms.delete(claimId);
    }
  }

  /** One for each window, so the same person may be there several times. */
  in(claimId: string): PersonPresent[] {
    return [...(this.#rooms.get(claimId)?.values() ?? [])].map(({ person }) => person);
  }
}

function personOf(state: string): PersonPresent | null {
  const read = shown.safeParse(JSON.parse(state));
  return read.success ? read.data.user : null;
}

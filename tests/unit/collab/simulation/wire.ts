import type { Room } from "~/collab/room";
import type { Rooms } from "~/collab/rooms";
import type { Peer } from "~/collab/seat";

import type { Door } from "../test-client";

export type Way = "up" | "down";
export type Fault = "lost" | "twice" | "early";

/**
 * A connection whose messages are on their way until somebody delivers them, each way in order. A WebSocket loses
 * nothing but what was under way when it broke; `spoil` does what no WebSocket does, as a bad proxy might.
 */
export class Wire implements Door {
  /** Whether everything so far came in order, once. */
  isSound = true;
  /** Why the room closed its end. */
  closedWith: { code: number; reason: string } | null = null;
  #isOpen = true;
  #far: Peer | null = null;
  readonly #underWay: Record<Way, (() => void)[]> = { up: [], down: [] };

  constructor(
    /** The process at its other end. */
    readonly home: Rooms,
    private readonly room: Room,
    private readonly onGone: () => void,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  join(peer: Peer): void {
    const far: Peer = {
      person: peer.person,
      right: peer.right,
      round: peer.round,
      rest: () => undefined,
      send: (message) => this.#underWay.down.push(() => peer.send(message)),
      close: (code, reason) => {
        this.closedWith ??= { code, reason };
        this.#underWay.down.push(() => peer.close(code, reason));
      },
    };
    this.#far = far;
    this.room.join(far);
  }

  receive(_peer: Peer, message: Uint8Array): void {
    const far = this.#far;
    if (far) this.#underWay.up.push(() => this.room.receive(far, message));
  }

  /** The browser goes: what is under way is lost. */
  leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#underWay.up.length = 0;
    this.#underWay.down.length = 0;
    if (this.#far) this.room.leave(this.#far);
    this.home.release(this.room);
    this.onGone();
  }

  /** Delivers up to so many messages, and says how many there were. */
  deliver(way: Way, most = Number.POSITIVE_INFINITY): number {
    let count = 0;
    while (count < most) {
      const next = this.#underWay[way].shift();
      if (!next) break;
      count += 1;
      next();
    }
    return count;
  }

  /** Loses a message that is under way, doubles it, or lets it overtake the one before. */
  spoil(way: Way, fault: Fault, place: number): void {
    const queue = this.#underWay[way];
    const at = Math.floor(place * queue.length);
    const message = queue[at];
    if (!message) return;
    if (fault === "early" && at === 0) return;
    this.isSound = false;
    if (fault === "lost") queue.splice(at, 1);
    else if (fault === "twice") queue.splice(at, 0, message);
    else {
      queue.splice(at, 1);
      queue.splice(at - 1, 0, message);
    }
  }
}

import type { Duplex } from "node:stream";

import type { RawData, WebSocket } from "ws";

import { presenceColor } from "~/collab/presence-color";
import { closeCode, durableFrame } from "~/collab/protocol";
import type { Room } from "~/collab/room";
import type { Peer } from "~/collab/seat";
import type { DocumentRight } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import type { Judged } from "./rights";

/** Bytes that may wait for a slow reader; it then loses the connection and later catches up. */
const mostUnread = 4 * 1024 * 1024;
const pingEvery = 30_000;
/** How long a peer has to answer a close before its socket is cut. */
const closeWithin = 2_000;

/** An open socket in a room. */
export class Connection<Session extends object> implements Peer, Judged<Session> {
  readonly person;
  rightsKnownAt = performance.now();
  #isOpen = true;
  #isAlive = true;
  #isGathering = false;
  #mayWait = mostUnread;
  #restUntil = 0;
  #rest: NodeJS.Timeout | null = null;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    private readonly socket: WebSocket,
    private readonly wire: Duplex,
    readonly room: Room,
    readonly session: Session,
    person: Person,
    readonly right: DocumentRight,
    readonly round: number,
    private readonly onGone: (connection: Connection<Session>) => void,
  ) {
    this.person = { id: person.id, name: person.name, color: presenceColor(person.id) };
    this.#heartbeat = setInterval(() => this.#beat(), pingEvery);
    socket.on("message", (data, isBinary) => this.#receive(data, isBinary));
    socket.on("pong", () => (this.#isAlive = true));
    // A frame that breaks the WebSocket protocol; without a listener it would end the process.
    socket.on("error", () => socket.terminate());
    socket.on("close", () => this.#leave());
  }

  /** Joins the room; from here on messages go both ways. */
  enter(): void {
    this.room.join(this);
  }

  get claimId(): string {
    return this.room.claimId;
  }

  send(message: Uint8Array): void {
    if (!this.#isOpen || this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > this.#mayWait) {
      this.socket.terminate();
      this.#leave();
      return;
    }
    // What is sent on opening may be large, and whoever has a slow line is not to lose it for that.
    this.#mayWait = Math.max(this.#mayWait, mostUnread + message.length);
    this.#gather();
    this.socket.send(message);
  }

  /** Tells that somebody took a step with the claim. */
  tellMoved(): void {
    this.send(durableFrame({ kind: "moved" }));
  }

  /** What is sent in one turn goes to the network in one piece: an edit, a caret, an acknowledgement. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.wire.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.wire.uncork();
    });
  }

  /** The other side fills its buffers meanwhile, and then waits. */
  rest(milliseconds: number): void {
    const until = performance.now() + milliseconds;
    if (!this.#isOpen || until <= this.#restUntil) return;
    this.#restUntil = until;
    if (this.#rest) clearTimeout(this.#rest);
    this.socket.pause();
    this.#rest = setTimeout(() => {
      this.#rest = null;
      if (this.#isOpen) this.socket.resume();
    }, milliseconds);
  }

  /** Nothing that arrives after this is looked at, whether the other side closes or not. */
  close(code: number, reason: string): void {
    if (!this.#isOpen) return;
    this.socket.close(code, reason.slice(0, 120));
    setTimeout(() => this.socket.terminate(), closeWithin).unref();
    this.#leave();
  }

  #receive(data: RawData, isBinary: boolean): void {
    if (!this.#isOpen) return;
    if (!isBinary || !(data instanceof Buffer)) {
      return this.close(closeCode.badMessage, "text message");
    }
    // A copy: Yjs keeps views of what it reads, and ws hands out parts of a shared pool.
    this.room.receive(this, new Uint8Array(data));
  }

  #beat(): void {
    if (!this.#isAlive) return this.socket.terminate();
    this.#isAlive = false;
    this.socket.ping();
  }

  #leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    clearInterval(this.#heartbeat);
    if (this.#rest) {
      clearTimeout(this.#rest);
      // Or the answer to a close would never be read.
      this.socket.resume();
    }
    this.room.leave(this);
    this.onGone(this);
  }
}

import type { DocumentRight } from "~/domain/people/permissions";

import { TokenBucket, type Limits } from "./limits";
import type { PresencePerson } from "./presence";
import { durableFrame } from "./protocol";

/** One connection, as a room sees it. */
export interface Peer {
  readonly person: PresencePerson;
  readonly right: DocumentRight;
  /** How often the review had been submitted when the peer came in. */
  readonly round: number;
  send(message: Uint8Array): void;
  /** Asks for no more messages for so many milliseconds. */
  rest(milliseconds: number): void;
  close(code: number, reason: string): void;
}

/** A peer in a room: how much it sent, and how far that is saved. */
export class Seat {
  /** Set once the peer has been sent the document, from when on it is sent what others commit. */
  isListening = false;
  /** The newest row when the peer last said that its person can see the page; null while they cannot. */
  looksSince: number | null = null;
  gapStrikes = 0;
  #received = 0;
  #saved = 0;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #questions: TokenBucket;
  readonly #presence: TokenBucket;

  constructor(
    readonly peer: Peer,
    limits: Limits,
    now: number,
    /** Shared by all connections of the person. */
    private readonly ofPerson: TokenBucket,
  ) {
    this.#presence = new TokenBucket(limits.presencePerSecond, limits.presenceBurst, now);
    this.#questions = new TokenBucket(limits.questionsPerMinute / 60, limits.questionBurst, now);
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, now);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now);
  }

  get person(): PresencePerson {
    return this.peer.person;
  }

  /** Counts a message that came in; a peer that sends more than its share has to rest. */
  count(bytes: number, now: number): void {
    const wait = Math.max(
      this.#messages.take(1, now),
      this.ofPerson.take(1, now),
      this.#bytes.take(bytes, now),
    );
    if (wait > 0) this.peer.rest(wait);
  }

  /** Counts a message about presence, which everybody else in the room gets. */
  countPresence(now: number): void {
    const wait = this.#presence.take(1, now);
    if (wait > 0) this.peer.rest(wait);
  }

  /** False when the peer asks more often than anybody has a reason to. */
  mayAsk(now: number): boolean {
    return this.#questions.take(1, now) === 0;
  }

  /** Counts an update message; the number is what `saved` later refers to. */
  countUpdate(): number {
    return ++this.#received;
  }

  /** Tells the peer that its first `messages` update messages are committed. */
  acknowledge(messages: number, head: number): void {
    if (messages <= this.#saved) return;
    this.#saved = messages;
    this.peer.send(durableFrame({ kind: "saved", messages, head }));
  }
}

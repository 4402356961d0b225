import type { Seat } from "./seat";

/** Where a second look goes on. */
interface Continuation {
  /** Whether the seat is still taken, and its room in use. */
  isHere: () => boolean;
  hear: (message: Uint8Array) => void;
}

/** Edits that are judged a second time once more is known. What their sender sends meanwhile waits, in its order. */
export class SecondLooks {
  readonly #waiting = new Map<Seat, Uint8Array[]>();

  /** Keeps the message for later when this seat waits for a second look; whether it does. */
  hold(seat: Seat, message: Uint8Array): boolean {
    const waiting = this.#waiting.get(seat);
    waiting?.push(message);
    return waiting !== undefined;
  }

  /** Judges when `known` resolves, then hears what waited. Rejects when `known` does. */
  async after(
    known: Promise<void>,
    seat: Seat,
    judge: () => void,
    { isHere, hear }: Continuation,
  ): Promise<void> {
    const waiting: Uint8Array[] = [];
    this.#waiting.set(seat, waiting);
    await known;
    this.#waiting.delete(seat);
    for (const next of [judge, ...waiting.map((message) => () => hear(message))]) {
      if (isHere()) next();
    }
  }
}

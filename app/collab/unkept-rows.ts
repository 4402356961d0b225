import type { Limits } from "./limits";

/** The rows of a document since its last snapshot: whether another is due, or there is anything to keep at all. */
export class UnkeptRows {
  #rows: number;
  #bytes: number;

  constructor(
    private readonly limits: Pick<Limits, "snapshotRows" | "snapshotBytes">,
    updates: readonly Uint8Array[],
  ) {
    this.#rows = updates.length;
    this.#bytes = updates.reduce((sum, update) => sum + update.length, 0);
  }

  get any(): boolean {
    return this.#rows > 0;
  }

  get areMany(): boolean {
    return this.#rows >= this.limits.snapshotRows || this.#bytes >= this.limits.snapshotBytes;
  }

  add(update: Uint8Array): void {
    this.#rows += 1;
    this.#bytes += update.length;
  }

  /** A snapshot holds all but the last `left` rows. */
  kept(left: number): void {
    this.#rows = left;
    this.#bytes = 0;
  }
}

/** Rows of a document in the order of their numbers, whatever the order in which they are heard of. */
export class RowSequence<Row> {
  readonly #waiting = new Map<number, Row>();
  #head: number;

  constructor(head: number) {
    this.#head = head;
  }

  /** Number of the last row that was taken. */
  get head(): number {
    return this.#head;
  }

  /** Whether rows wait for one before them that nobody has told of. To be asked after taking all there are. */
  get hasGap(): boolean {
    return this.#waiting.size > 0;
  }

  /** A row that is known already, taken or not, changes nothing. */
  add(n: number, row: Row): void {
    if (n > this.#head && !this.#waiting.has(n)) this.#waiting.set(n, row);
  }

  /** The next row, or null while it is not there. */
  take(): { n: number; row: Row } | null {
    const n = this.#head + 1;
    const row = this.#waiting.get(n);
    if (row === undefined) return null;
    this.#waiting.delete(n);
    this.#head = n;
    return { n, row };
  }
}

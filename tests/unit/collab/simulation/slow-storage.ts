import type { ReviewDocumentStore, ReviewRow, RowOutcome } from "~/collab/store";

import { FakeStore } from "../fake-store";

/** Storage whose commits can be held up, also beyond the end of the process that asked for them. */
export class SlowStorage extends FakeStore {
  #held: Promise<void> | null = null;
  #letGo: () => void = () => undefined;
  #lives = 0;

  hold(): void {
    this.#held ??= new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  release(): void {
    this.#held = null;
    this.#letGo();
  }

  get isHolding(): boolean {
    return this.#held !== null;
  }

  /** The database is killed: what is not committed never will be. */
  crash(): void {
    this.#lives += 1;
    this.release();
  }

  override async append(rows: readonly ReviewRow[]): Promise<RowOutcome[]> {
    const life = this.#lives;
    await this.#held;
    if (life !== this.#lives) throw new Error("the database was killed");
    return super.append(rows);
  }
}

/** Storage as one process has it: once the process is killed it asks nothing more and hears no answer. */
export class StorageOfProcess implements ReviewDocumentStore {
  isKilled = false;

  constructor(private readonly storage: ReviewDocumentStore) {}

  load: ReviewDocumentStore["load"] = (...about) => this.#ask(() => this.storage.load(...about));
  rowsAfter: ReviewDocumentStore["rowsAfter"] = (...about) =>
    this.#ask(() => this.storage.rowsAfter(...about));
  historyAfter: ReviewDocumentStore["historyAfter"] = (...about) =>
    this.#ask(() => this.storage.historyAfter(...about));
  underWay: ReviewDocumentStore["underWay"] = (most) =>
    this.#ask(() => this.storage.underWay(most));
  heads: ReviewDocumentStore["heads"] = (ids) => this.#ask(() => this.storage.heads(ids));
  setAside: ReviewDocumentStore["setAside"] = (...about) =>
    this.#ask(() => this.storage.setAside(...about));
  append: ReviewDocumentStore["append"] = (rows) => this.#ask(() => this.storage.append(rows));
  snapshot: ReviewDocumentStore["snapshot"] = (...about) =>
    this.#ask(() => this.storage.snapshot(...about));
  noteLooks: ReviewDocumentStore["noteLooks"] = (looks) =>
    this.#ask(() => this.storage.noteLooks(looks));
  recordRefusedWrite: ReviewDocumentStore["recordRefusedWrite"] = (...about) =>
    this.#ask(() => this.storage.recordRefusedWrite(...about));

  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const never = new Promise<Answer>(() => undefined);
    if (this.isKilled) return never;
    try {
      const answer = await question();
      return this.isKilled ? never : answer;
    } catch (error) {
      if (this.isKilled) return never;
      throw error;
    }
  }
}

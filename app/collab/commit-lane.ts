import * as Y from "yjs";

import type { Mention } from "./comments/new-mentions";
import type { ReviewDocumentStore, RowRefusal } from "./store";

/** How an edit ended. After `failed` nobody knows whether the database has it. */
export type EditOutcome =
  | { kind: "committed"; n: number; merged: Uint8Array }
  | { kind: "refused"; why: RowRefusal }
  | { kind: "failed"; error: unknown };

/** What one person did in one document and what is not committed yet. Grows until the lane takes it. */
export class PendingEdit {
  readonly updates: Uint8Array[] = [];
  readonly clientIds = new Set<number>();
  readonly mentions: Mention[] = [];
  bytes = 0;
  /** Settles together with the edit, after the room has dealt with the outcome. Never rejects. */
  readonly settled: Promise<void>;
  #settle: () => void = () => undefined;

  constructor(
    readonly claimId: string,
    readonly author: string,
    private readonly onOutcome: (outcome: EditOutcome) => void,
    /** Written by somebody who may only comment. */
    readonly isCommentsOnly = false,
  ) {
    this.settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  /** Ends an edit that the lane will not commit any more; the room has dealt with it already. */
  giveUp(): void {
    this.#settle();
  }

  end(outcome: EditOutcome): void {
    this.onOutcome(outcome);
    this.#settle();
  }
}

/** Statements at a time. With two, one is worked on while the other waits for the disk. More would wait for each other. */
export const mostUnderWay = 2;
/** Beside a statement of more rows there is no other: at a desk that busy, what shares statements costs less. */
const fewRows = 8;

/**
 * Commits edits of all rooms: in two statements at a time while they are small, in one otherwise, and those of one room
 * in one. Whatever comes in meanwhile goes into the next one. The busier the desk, the more edits share a commit, with no
 * timer and no wait when it is quiet.
 */
export class CommitLane {
  readonly #waiting = new Set<PendingEdit>();
  readonly #underWay = new Set<Promise<void>>();
  /** Claims with a statement under way: a later one could overtake it. */
  readonly #busy = new Set<string>();
  #isStarting = false;
  #rowsUnderWay = 0;
  #bytes = 0;

  constructor(
    private readonly store: Pick<ReviewDocumentStore, "append">,
    private readonly mostBytes: number,
  ) {}

  /** Edits that are not committed yet. */
  get uncommitted(): number {
    return this.#waiting.size + this.#underWay.size;
  }

  /** Of edits that are not committed yet. */
  get bytes(): number {
    return this.#bytes;
  }

  /** False when storage is so far behind that edits should stay where they were made. */
  get hasRoom(): boolean {
    return this.#bytes < this.mostBytes;
  }

  /** Adds an update to an edit that waits or is new, and the edit to the lane. */
  add(
    edit: PendingEdit,
    update: Uint8Array,
    clientIds: readonly number[],
    mentions: readonly Mention[] = [],
  ): void {
    edit.updates.push(update);
    edit.bytes += update.length;
    this.#bytes += update.length;
    for (const id of clientIds) edit.clientIds.add(id);
    edit.mentions.push(...mentions);
    this.#waiting.add(edit);
    this.#next();
  }

  /** Whether more can be added to this edit. */
  isWaiting(edit: PendingEdit): boolean {
    return this.#waiting.has(edit);
  }

  /** Takes an edit out that must not be committed any more. */
  remove(edit: PendingEdit): void {
    if (!this.#waiting.delete(edit)) return;
    this.#bytes -= edit.bytes;
    edit.giveUp();
  }

  /** Resolves when nothing waits and nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #next(): void {
    if (this.#isStarting || this.#isFull || !this.#mayAnyGo()) return;
    this.#isStarting = true;
    // After this turn of the event loop, so that messages read together are committed together.
    const statement = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => {
        this.#isStarting = false;
        return this.#commit(this.#take());
      })
      .finally(() => {
        this.#underWay.delete(statement);
        this.#next();
      });
    this.#underWay.add(statement);
  }

  get #isFull(): boolean {
    return this.#underWay.size >= mostUnderWay || this.#rowsUnderWay > fewRows;
  }

  #mayAnyGo(): boolean {
    for (const { claimId } of this.#waiting) if (!this.#busy.has(claimId)) return true;
    return false;
  }

  #take(): PendingEdit[] {
    const edits = [...this.#waiting].filter(({ claimId }) => !this.#busy.has(claimId));
    for (const edit of edits) this.#waiting.delete(edit);
    return edits;
  }

  async #commit(edits: readonly PendingEdit[]): Promise<void> {
    if (edits.length === 0) return;
    const rows = edits.map((edit) => ({ edit, merged: mergedUpdate(edit) }));
    this.#rowsUnderWay += edits.length;
    for (const { claimId } of edits) this.#busy.add(claimId);
    let outcomes: EditOutcome[];
    try {
      const answers = await this.store.append(
        rows.map(({ edit, merged }) => ({
          claimId: edit.claimId,
          author: edit.author,
          clientIds: [...edit.clientIds],
          update: merged,
          edits: edit.updates.length,
          isCommentsOnly: edit.isCommentsOnly,
          mentions: edit.mentions,
        })),
      );
      outcomes = rows.map(({ merged }, index) => {
        const answer = answers[index];
        if (!answer)
          return { kind: "failed", error: new Error("storage did not answer for a row") };
        return "n" in answer
          ? { kind: "committed", n: answer.n, merged }
          : { kind: "refused", why: answer.refused };
      });
    } catch (error) {
      outcomes = rows.map(() => ({ kind: "failed", error }));
    }
    this.#rowsUnderWay -= edits.length;
    for (const { claimId } of edits) this.#busy.delete(claimId);
    edits.forEach((edit, index) => {
      this.#bytes -= edit.bytes;
      const outcome = outcomes[index];
      if (outcome) edit.end(outcome);
    });
  }
}

function mergedUpdate({ updates }: PendingEdit): Uint8Array {
  const [only] = updates;
  return updates.length === 1 && only ? only : Y.mergeUpdates(updates);
}

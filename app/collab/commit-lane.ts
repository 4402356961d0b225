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

/**
 * Commits edits of all rooms, at most one statement at a time: whatever comes in meanwhile goes into the next one. The
 * busier the desk, the more edits share a commit, with no timer and no wait when it is quiet.
 */
export class CommitLane {
  readonly #waiting = new Set<PendingEdit>();
  #bytes = 0;
  #inFlight: Promise<void> | null = null;

  constructor(
    private readonly store: Pick<ReviewDocumentStore, "append">,
    private readonly mostBytes: number,
  ) {}

  /** Edits that are not committed yet. */
  get uncommitted(): number {
    return this.#waiting.size + (this.#inFlight ? 1 : 0);
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
    while (this.#inFlight) await this.#inFlight;
  }

  #next(): void {
    if (this.#inFlight) return;
    // After this turn of the event loop, so that messages read together are committed together.
    this.#inFlight = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#commit())
      .finally(() => {
        this.#inFlight = null;
        if (this.#waiting.size > 0) this.#next();
      });
  }

  async #commit(): Promise<void> {
    const edits = [...this.#waiting];
    this.#waiting.clear();
    if (edits.length === 0) return;
    const rows = edits.map((edit) => ({ edit, merged: mergedUpdate(edit) }));
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

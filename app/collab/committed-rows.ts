import * as Y from "yjs";

import type { EditUnderWay } from "./edits-under-way";
import type { Limits } from "./limits";
import { syncFrame, syncType } from "./protocol";
import type { RoomPeople } from "./room-people";
import { RowSequence } from "./row-sequence";
import type { Seat } from "./seat";
import type { StagedDocument } from "./staged-document";
import type { StoredDocument, StoredRow } from "./store";
import { UnkeptRows } from "./unkept-rows";

/** What the rows of a room need of it. */
export interface RowSurroundings {
  document: StagedDocument;
  /** Who introduced which client id. */
  owners: Map<number, string>;
  people: RoomPeople;
  limits: Limits;
  /** Rows of this document after one, oldest first. */
  rowsAfter: (n: number) => Promise<StoredRow[]>;
  /** Whether the room can no longer be used. */
  isOver: () => boolean;
  /** Called for each row that came into the document. */
  onRow: () => void;
  /** Called when people were shown rows that are new to them. */
  onShown: () => void;
  /** Called when a row cannot be brought into the document. */
  onUnreadable: (error: unknown) => void;
  onFailure: (why: string, error: unknown) => void;
}

/** A row of the database, with the edit of this room that it came from, if it did. */
interface CommittedRow {
  author: string;
  update: Uint8Array;
  from: EditUnderWay | null;
}

/** Updates that are sent as one. More would take longer to merge than to send. */
const mostMerged = 64;

/** The committed rows of one review: brings them into the document and before the people, each once and in their order. */
export class CommittedRows {
  readonly #rows: RowSequence<CommittedRow>;
  readonly #unkept: UnkeptRows;
  #isAboutToShow = false;
  #catchingUp: Promise<void> | null = null;

  constructor(
    stored: StoredDocument,
    private readonly around: RowSurroundings,
  ) {
    this.#rows = new RowSequence(stored.head);
    const updates = stored.updates.map(({ update }) => update);
    this.#unkept = new UnkeptRows(around.limits, updates);
  }

  /** Number of the last row that people here have been shown. */
  get head(): number {
    return this.#rows.head;
  }

  /** Whether something was committed since the last snapshot. */
  get isAnyUnkept(): boolean {
    return this.#unkept.any;
  }

  get areManyUnkept(): boolean {
    return this.#unkept.areMany;
  }

  snapshotKept(upto: number): void {
    this.#unkept.kept(this.head - upto);
  }

  /** Takes the row that an edit of this room became. It is shown with the others of the same commit. */
  committed(pending: EditUnderWay, n: number, merged: Uint8Array): void {
    if (n <= this.head) {
      // It was heard of by another way, and everybody has been shown it.
      this.around.document.adopted(pending.edit.updates);
      return this.#acknowledge(pending, n);
    }
    this.#rows.add(n, { author: pending.edit.author, update: merged, from: pending });
    if (this.#isAboutToShow) return;
    this.#isAboutToShow = true;
    // After the last edit of the same commit, so that people get all of them in one message.
    queueMicrotask(() => {
      this.#isAboutToShow = false;
      this.#show();
      if (!this.#rows.hasGap) return;
      this.catchUp().catch((error: unknown) => this.around.onFailure("rows are missing", error));
    });
  }

  /** Resolves when what is being read now, if anything is, has been shown. */
  get underWay(): Promise<void> {
    return this.#catchingUp ?? Promise.resolve();
  }

  /** Shows what other processes have committed. Rejects when storage is away. */
  async catchUp(): Promise<void> {
    this.#catchingUp ??= this.#readRows().finally(() => (this.#catchingUp = null));
    return this.#catchingUp;
  }

  async #readRows(): Promise<void> {
    for (;;) {
      const rows = await this.around.rowsAfter(this.head);
      if (this.around.isOver() || rows.length === 0) return;
      const before = this.head;
      for (const { n, author, update } of rows) this.#rows.add(n, { author, update, from: null });
      this.#show();
      if (this.head === before) return;
    }
  }

  /** Shows every row whose turn it is. */
  #show(): void {
    if (this.around.isOver()) return;
    try {
      const shown: { n: number; row: CommittedRow }[] = [];
      for (let next = this.#rows.take(); next; next = this.#rows.take()) {
        this.#take(next.n, next.row);
        shown.push(next);
      }
      for (let at = 0; at < shown.length; at += mostMerged) {
        this.#tellEverybody(shown.slice(at, at + mostMerged).map(({ row }) => row));
      }
      this.around.people.tellCarets();
      for (const { n, row } of shown) if (row.from) this.#acknowledge(row.from, n);
      if (shown.length > 0) this.around.onShown();
    } catch (error) {
      this.around.onUnreadable(error);
    }
  }

  #take(n: number, { author, update, from }: CommittedRow): void {
    const { document, owners, onRow } = this.around;
    this.#unkept.add(update);
    onRow();
    if (from) return document.commit(from.edit.updates, update);
    try {
      document.adopt(update);
      for (const client of Y.parseUpdateMeta(update).to.keys()) owners.set(client, author);
    } catch (error) {
      throw new Error(`row ${n} cannot be read`, { cause: error });
    }
  }

  #tellEverybody(rows: readonly CommittedRow[]): void {
    const updates = rows.map(({ update }) => update);
    const [only] = updates;
    if (!only) return;
    const message = syncFrame(
      syncType.update,
      updates.length === 1 ? only : Y.mergeUpdates(updates),
    );
    for (const seat of this.around.people.seats) {
      if (seat.isListening && !rows.every((row) => isAllOf(row, seat))) seat.peer.send(message);
    }
  }

  #acknowledge({ seats }: EditUnderWay, n: number): void {
    for (const [seat, count] of seats) {
      if (this.around.people.seatOf(seat.peer) === seat) seat.acknowledge(count, n);
    }
  }
}

/** Whether the row holds what this seat sent and nothing else, so that it knows all of it. */
function isAllOf({ from }: CommittedRow, seat: Seat): boolean {
  return from !== null && from.seats.size === 1 && from.seats.has(seat);
}

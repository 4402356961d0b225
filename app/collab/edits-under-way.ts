import { PendingEdit, type CommitLane, type EditOutcome } from "./commit-lane";
import type { Seat } from "./seat";
import type { Staged } from "./staged-document";

/** What one person did that the database has not confirmed yet. */
export interface EditUnderWay {
  edit: PendingEdit;
  /** For each connection with messages in this edit: how many it had sent by then. */
  seats: Map<Seat, number>;
}

/** The edits of one room that are on their way into the database. */
export class EditsUnderWay {
  /** Oldest first. Of one author at most the last one can still grow. */
  readonly #edits = new Set<EditUnderWay>();

  constructor(
    private readonly claimId: string,
    private readonly lane: CommitLane,
    private readonly onEnd: (ended: EditUnderWay, outcome: EditOutcome) => void,
  ) {}

  get isEmpty(): boolean {
    return this.#edits.size === 0;
  }

  /** Puts an update on its way, together with what its author did just before where that can still be joined. */
  add(seat: Seat, count: number, edit: Staged & { update: Uint8Array }): void {
    const open = this.#openFor(seat);
    open.seats.set(seat, count);
    this.lane.add(open.edit, edit.update, edit.clientIds, edit.mentions);
  }

  /** The youngest edit of this person, if any is under way. */
  lastOf(author: string): EditUnderWay | undefined {
    return [...this.#edits].findLast(({ edit }) => edit.author === author);
  }

  /** Resolves when everything that is under way now has ended, well or not. */
  async settled(): Promise<void> {
    await Promise.all([...this.#edits].map(({ edit }) => edit.settled));
  }

  /** Takes one off the list that has ended. */
  remove(ended: EditUnderWay): void {
    this.#edits.delete(ended);
  }

  /** Calls back everything of one person, or of everybody, and returns it. */
  callBack(author?: string): EditUnderWay[] {
    const called = [...this.#edits].filter(
      ({ edit }) => author === undefined || edit.author === author,
    );
    for (const each of called) {
      this.lane.remove(each.edit);
      this.#edits.delete(each);
    }
    return called;
  }

  #openFor({ person, peer }: Seat): EditUnderWay {
    const last = this.lastOf(person.id);
    const isCommentsOnly = peer.right === "comment";
    const isAlike = last?.edit.isCommentsOnly === isCommentsOnly;
    if (last && isAlike && this.lane.isWaiting(last.edit)) return last;
    const onEnd = (outcome: EditOutcome) => this.onEnd(created, outcome);
    const created: EditUnderWay = {
      edit: new PendingEdit(this.claimId, person.id, onEnd, isCommentsOnly),
      seats: new Map(),
    };
    this.#edits.add(created);
    return created;
  }
}

import * as decoding from "lib0/decoding";

import type { CurrentReview } from "~/domain/review/review-content";

import type { CommitLane, EditOutcome } from "./commit-lane";
import { CommittedRows } from "./committed-rows";
import { UnreadableDocument } from "./committed-document";
import { EditsUnderWay, type EditUnderWay } from "./edits-under-way";
import type { TokenBucket } from "./limits";
import { closeCode, durableFrame, messageType, syncFrame, syncType } from "./protocol";
import { codeOfRefusedRow, dismissals, isPerhapsOthersWork } from "./refused-edits";
import { RoomPeople, type PeopleSurroundings } from "./room-people";
import { Seat, type Peer } from "./seat";
import { SecondLooks } from "./second-looks";
import { StagedDocument, type StageProblem } from "./staged-document";
import type { Writer } from "./comments/comment-guard";
import type { RefusedWrite, RowRefusal, StoredDocument, StoredRow } from "./store";

/** What a room needs of the process it lives in. */
export interface RoomSurroundings extends PeopleSurroundings {
  lane: CommitLane;
  /** Called once, when the room can no longer be used. */
  onFailure: (why: string, error?: unknown) => void;
  /** Called before `onFailure` when the reason may be in the document itself. */
  onSuspicion: () => void;
  /** Called when a peer was dropped for what it sent. */
  onOffence: (person: string, code: number, what: string) => void;
  /** Called once for a peer that was dropped for writing as somebody else, or without a right. */
  onRefusedWrite: (person: string, kind: RefusedWrite) => void;
  /** Called when somebody leaves, or cannot see the page any more, who was shown the document from one row on to another. */
  onLookedAway: (person: string, first: number, n: number) => void;
  /** What all connections of this person together may send. */
  shareOf: (person: string) => TokenBucket;
  /** Rows of this document after one, oldest first. */
  rowsAfter: (n: number) => Promise<StoredRow[]>;
  onCommit: (room: Room) => void;
}

/**
 * One review's document and the people in it, without any input or output of its own. An edit is staged, then
 * committed in the database, and only then shown to the others and acknowledged to its author; whoever joins is shown
 * committed content only. So nothing that anybody saw, or was told is saved, can be lost.
 */
export class Room {
  readonly #document: StagedDocument;
  readonly #owners: Map<number, string>;
  readonly #lineage: string;
  /** Who is here, at this process and at others. */
  readonly people: RoomPeople;
  readonly #edits: EditsUnderWay;
  readonly #rows: CommittedRows;
  readonly #secondLooks = new SecondLooks();
  #lastEditAt: number;
  #hasFailed = false;

  constructor(
    readonly claimId: string,
    stored: StoredDocument,
    private readonly around: RoomSurroundings,
  ) {
    const updates = stored.updates.map(({ update }) => update);
    const parts = stored.snapshot ? [stored.snapshot, ...updates] : updates;
    this.#document = new StagedDocument(parts, around.limits);
    this.#owners = new Map(stored.clients);
    this.people = new RoomPeople(around, this.#owners);
    this.#edits = new EditsUnderWay(claimId, around.lane, (ended, outcome) =>
      this.#ended(ended, outcome),
    );
    this.#lineage = stored.lineage;
    this.#rows = new CommittedRows(stored, {
      document: this.#document,
      owners: this.#owners,
      people: this.people,
      limits: around.limits,
      rowsAfter: (n) => around.rowsAfter(n),
      isOver: () => this.#hasFailed,
      onRow: () => (this.#lastEditAt = around.now()),
      onShown: () => around.onCommit(this),
      onUnreadable: (error) => this.#failOnDocument(error),
      onFailure: (why, error) => this.fail(why, error),
    });
    this.#lastEditAt = around.now();
  }

  get isEmpty(): boolean {
    return this.people.isEmpty;
  }

  get isSettled(): boolean {
    return this.#edits.isEmpty;
  }

  /** Number of the last row that people here have been shown. */
  get head(): number {
    return this.#rows.head;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Finds out now what the first who joins would have to wait for. */
  prepare(): void {
    this.#document.committedVector();
  }

  join(peer: Peer): void {
    if (this.#hasFailed) return peer.close(closeCode.tryAgain, "storage");
    const { limits, now, shareOf } = this.around;
    this.people.enter(new Seat(peer, limits, now(), shareOf(peer.person.id)));
    const { right, round } = peer;
    peer.send(durableFrame({ kind: "access", right, lineage: this.#lineage, round }));
    // Readers are not asked what they have: they could not add it.
    if (right !== "read") peer.send(syncFrame(syncType.step1, this.#document.committedVector()));
    this.people.introduce(peer);
  }

  leave(peer: Peer): void {
    const seat = this.people.seatOf(peer);
    if (seat) this.#look(seat, false);
    this.people.leave(peer);
  }

  /** Takes one message. Whatever is wrong with it costs its sender the connection, and nobody else anything. */
  receive(peer: Peer, message: Uint8Array): void {
    const seat = this.people.seatOf(peer);
    if (!seat || this.#hasFailed) return;
    seat.count(message.length, this.around.now());
    this.#hear(seat, message);
  }

  #hear(seat: Seat, message: Uint8Array): void {
    if (this.#secondLooks.hold(seat, message)) return;
    try {
      this.#read(seat, decoding.createDecoder(message));
    } catch (error) {
      if (error instanceof UnreadableDocument) return this.#failOnDocument(error);
      this.#drop(seat, closeCode.badMessage, "malformed message", String(error));
    }
  }

  /** Committed content, after everything that was pending when asked. Rejects when the room failed meanwhile. */
  async currentReview(): Promise<CurrentReview> {
    await this.#edits.settled();
    // Another process may have more.
    await this.catchUp();
    if (this.#hasFailed) throw new Error("The room closed because storage did not answer.");
    return { head: this.head, ...this.#document.committedContent() };
  }

  /** What to keep as a snapshot, or null when nothing was committed since the last one. */
  snapshot(): { upto: number; state: Uint8Array } | null {
    if (!this.#rows.isAnyUnkept) return null;
    return { upto: this.head, state: this.#document.committedState() };
  }

  get isSnapshotDue(): boolean {
    return this.#rows.areManyUnkept;
  }

  snapshotKept(upto: number): void {
    this.#rows.snapshotKept(upto);
  }

  /** Gives memory back when nobody has edited for a while. Whether there was anything to do. */
  packIfIdle(now: number): boolean {
    return now - this.#lastEditAt > this.around.limits.packAfter && this.#document.pack();
  }

  /** Shows what other processes have committed. Rejects when storage is away. */
  async catchUp(): Promise<void> {
    return this.#rows.catchUp();
  }

  /** Another process, or a look at the database, says that there is a row of this number. */
  async rowCommitted(n: number): Promise<void> {
    if (n > this.head && !this.#hasFailed) await this.catchUp();
  }

  /** Sends everybody away to come back later, and gives up what is not committed: its authors still have it. */
  fail(why: string, error?: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#edits.callBack();
    for (const { peer } of this.people.seats) peer.close(closeCode.tryAgain, "storage");
    this.around.onFailure(why, error);
  }

  #read(seat: Seat, decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return this.#readSync(seat, decoder);
      case messageType.awareness:
        return this.#readAwareness(seat, decoding.readVarUint8Array(decoder));
      case messageType.queryAwareness:
        if (this.#mayAsk(seat)) this.people.introduce(seat.peer);
        return;
      case messageType.looking:
        return this.#look(seat, decoding.readVarUint(decoder) === 1);
      default:
        throw new Error("unknown message type");
    }
  }

  #readSync(seat: Seat, decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    switch (type) {
      case syncType.step1:
        if (!this.#mayAsk(seat)) return;
        if (payload.length > this.around.limits.vectorBytes) throw new Error("vector too large");
        seat.peer.send(syncFrame(syncType.step2, this.#document.committedSince(payload)));
        seat.isListening = true;
        return;
      case syncType.step2:
      case syncType.update:
        return this.#edit(seat, payload);
      default:
        throw new Error("unknown sync message");
    }
  }

  #look(seat: Seat, isLooking: boolean): void {
    const first = seat.looksSince;
    seat.looksSince = isLooking ? (first ?? this.head) : null;
    // Who has not been sent the document yet has seen nothing.
    if (isLooking || first === null || !seat.isListening) return;
    this.around.onLookedAway(seat.person.id, first, this.head);
  }

  #mayAsk(seat: Seat): boolean {
    if (seat.mayAsk(this.around.now())) return true;
    this.#drop(seat, closeCode.slowDown, "too many questions");
    return false;
  }

  #readAwareness(seat: Seat, payload: Uint8Array): void {
    const isEditing = this.#edits.lastOf(seat.person.id)?.seats.has(seat) === true;
    if (this.people.receive(seat, payload, isEditing) === "taken") return;
    this.around.onRefusedWrite(seat.person.id, "presence");
    this.#drop(seat, closeCode.badMessage, "forged presence");
  }

  #edit(seat: Seat, update: Uint8Array): void {
    const count = seat.countUpdate();
    const { right } = seat.peer;
    if (right === "read") {
      const isEmpty = update.length <= 2;
      if (isEmpty) return;
      this.around.onRefusedWrite(seat.person.id, "read_only");
      return this.#drop(seat, closeCode.noRight, "read only");
    }
    if (!this.around.lane.hasRoom) return this.fail("edits come faster than storage takes them");
    this.#stage(seat, right, update, count);
  }

  #stage(
    seat: Seat,
    right: Writer["right"],
    update: Uint8Array,
    count: number,
    isSecond = false,
  ): void {
    const author = seat.person.id;
    const mayUse = (client: number) =>
      (this.#owners.get(client) ?? (isSecond ? author : null)) === author;
    const staged = this.#document.stage(update, { person: author, right, mayUse });
    if (!staged.ok) {
      if (isSecond || !isPerhapsOthersWork(staged.error)) return this.#refuse(seat, staged.error);
      return this.#judgeAgain(seat, () => this.#stage(seat, right, update, count, true));
    }
    const { update: news, clientIds, mentions } = staged.value;
    if (news === null) return this.#acknowledgeKnown(seat, count);

    for (const client of clientIds) this.#owners.set(client, author);
    this.#lastEditAt = this.around.now();
    this.#edits.add(seat, count, { update: news, clientIds, mentions });
  }

  /**
   * What the sender may not write, or comes under a client id that is not known as the sender's, may be another
   * person's work, committed by a process that the sender was connected to before. So all that is committed is read
   * first; what this seat sends meanwhile waits.
   */
  #judgeAgain(seat: Seat, judge: () => void): void {
    // One that is under way may have read before that was committed.
    const current = this.#rows.underWay.then(() => this.catchUp());
    this.#secondLooks
      .after(current, seat, judge, {
        isHere: () => !this.#hasFailed && this.people.seatOf(seat.peer) === seat,
        hear: (message) => this.#hear(seat, message),
      })
      .catch((error: unknown) => this.fail("rows could not be read", error));
  }

  /** All of it was known: saved as soon as everything else of this author is. */
  #acknowledgeKnown(seat: Seat, count: number): void {
    const last = this.#edits.lastOf(seat.person.id);
    if (last) last.seats.set(seat, count);
    else seat.acknowledge(count, this.head);
  }

  #refuse(seat: Seat, problem: StageProblem): void {
    if (problem.kind === "gap" && ++seat.gapStrikes <= this.around.limits.gapStrikes) {
      return seat.peer.send(syncFrame(syncType.step1, this.#document.committedVector()));
    }
    const { code, reason, record } = dismissals[problem.kind];
    if (record) this.around.onRefusedWrite(seat.person.id, record);
    const detail = "detail" in problem ? problem.detail : undefined;
    this.#drop(seat, code, reason ?? detail ?? problem.kind, detail);
  }

  #ended(pending: EditUnderWay, outcome: EditOutcome): void {
    if (this.#hasFailed) return;
    switch (outcome.kind) {
      case "committed":
        this.#edits.remove(pending);
        return this.#rows.committed(pending, outcome.n, outcome.merged);
      case "refused":
        return this.#withdraw(pending.edit.author, outcome.why);
      case "failed":
        return this.fail("storage did not take an edit", outcome.error);
    }
  }

  #failOnDocument(error: unknown): void {
    this.around.onSuspicion();
    this.fail("the document cannot be read", error);
  }

  /** The author's right ended: what is not committed goes, and the author's connections are judged again. */
  #withdraw(author: string, why: RowRefusal): void {
    if (why === "foreign_client") this.around.onRefusedWrite(author, why);
    const theirs = this.#edits.callBack(author);
    this.#document.withdraw(theirs.flatMap(({ edit }) => edit.updates));
    for (const seat of this.people.seats) {
      if (seat.person.id === author) this.#drop(seat, codeOfRefusedRow[why], why);
    }
    this.people.tellCarets();
  }

  #drop(seat: Seat, code: number, reason: string, detail = reason): void {
    this.leave(seat.peer);
    seat.peer.close(code, reason);
    this.around.onOffence(seat.person.id, code, detail);
  }
}

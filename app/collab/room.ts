import * as decoding from "lib0/decoding";

import type { ReviewDraft } from "~/domain/verdict/verdict";

import { PendingEdit, type CommitLane, type EditOutcome } from "./commit-lane";
import type { Limits, TokenBucket } from "./limits";
import { nameForm, Presence, type PresenceClaim } from "./presence";
import { closeCode, durableFrame, messageType, syncFrame, syncType } from "./protocol";
import { Seat, type Peer } from "./seat";
import { StagedDocument, type StageProblem } from "./staged-document";
import type { RefusedWrite, RowRefusal, StoredDocument } from "./store";

/** What a room needs of the process it lives in. */
export interface RoomSurroundings {
  lane: CommitLane;
  limits: Limits;
  /** Milliseconds, never going back. */
  now: () => number;
  /** Called once, when the room can no longer be used. */
  onFailure: (why: string, error?: unknown) => void;
  /** Called when a peer was dropped for what it sent. */
  onOffence: (person: string, what: string) => void;
  /** Called once for a peer that was dropped for writing as somebody else, or without a right. */
  onRefusedWrite: (person: string, kind: RefusedWrite) => void;
  /** What all connections of this person together may send. */
  shareOf: (person: string) => TokenBucket;
  /** Whether somebody at this desk has this name. */
  isDeskName: (name: string) => boolean;
  onCommit: (room: Room) => void;
}

interface EditInRoom {
  edit: PendingEdit;
  /** For each connection with messages in this edit: how many it had sent by then. */
  seats: Map<Seat, number>;
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
  readonly #presence = new Presence<Seat>();
  readonly #seats = new Map<Peer, Seat>();
  /** Not committed yet, oldest first. Of one author at most the last one can still grow. */
  readonly #pending = new Set<EditInRoom>();
  #head: number;
  #rowsSinceSnapshot: number;
  #bytesSinceSnapshot: number;
  #lastEditAt: number;
  #hasFailed = false;

  constructor(
    readonly claimId: string,
    stored: StoredDocument,
    private readonly around: RoomSurroundings,
  ) {
    const parts = stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates;
    this.#document = new StagedDocument(parts, around.limits);
    this.#owners = new Map(stored.clients);
    this.#lineage = stored.lineage;
    this.#head = stored.head;
    this.#rowsSinceSnapshot = stored.updates.length;
    this.#bytesSinceSnapshot = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#lastEditAt = around.now();
  }

  get isEmpty(): boolean {
    return this.#seats.size === 0;
  }

  get isSettled(): boolean {
    return this.#pending.size === 0;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  join(peer: Peer): void {
    if (this.#hasFailed) return peer.close(closeCode.tryAgain, "storage");
    const { limits, now, shareOf } = this.around;
    this.#seats.set(peer, new Seat(peer, limits, now(), shareOf(peer.person.id)));
    const { canWrite } = peer;
    peer.send(durableFrame({ kind: "access", canWrite, lineage: this.#lineage }));
    // Readers are not asked what they have: they could not add it.
    if (canWrite) peer.send(syncFrame(syncType.step1, this.#document.committedVector()));
    const present = this.#presence.everybody();
    if (present) peer.send(present);
  }

  leave(peer: Peer): void {
    const seat = this.#seats.get(peer);
    if (!seat) return;
    this.#seats.delete(peer);
    this.#tellOthers(seat, this.#presence.leave(seat));
  }

  /** Takes one message. Whatever is wrong with it costs its sender the connection, and nobody else anything. */
  receive(peer: Peer, message: Uint8Array): void {
    const seat = this.#seats.get(peer);
    if (!seat || this.#hasFailed) return;
    seat.count(message.length, this.around.now());
    try {
      this.#read(seat, decoding.createDecoder(message));
    } catch (error) {
      this.#drop(seat, closeCode.badMessage, "malformed message", String(error));
    }
  }

  /** Committed content, after everything that was pending when asked. Rejects when the room failed meanwhile. */
  async currentDraft(): Promise<{ head: number; draft: ReviewDraft }> {
    await Promise.all([...this.#pending].map(({ edit }) => edit.settled));
    if (this.#hasFailed) throw new Error("The room closed because storage did not answer.");
    return { head: this.#head, draft: this.#document.committedDraft() };
  }

  /** What to keep as a snapshot, or null when nothing was committed since the last one. */
  snapshot(): { upto: number; state: Uint8Array } | null {
    if (this.#rowsSinceSnapshot === 0) return null;
    return { upto: this.#head, state: this.#document.committedState() };
  }

  get isSnapshotDue(): boolean {
    const { snapshotRows, snapshotBytes } = this.around.limits;
    return this.#rowsSinceSnapshot >= snapshotRows || this.#bytesSinceSnapshot >= snapshotBytes;
  }

  snapshotKept(upto: number): void {
    this.#rowsSinceSnapshot = this.#head - upto;
    this.#bytesSinceSnapshot = 0;
  }

  /** Gives memory back when nobody has edited for a while. */
  packIfIdle(now: number): void {
    if (now - this.#lastEditAt > this.around.limits.packAfter) this.#document.pack();
  }

  /** Sends everybody away to come back later, and gives up what is not committed: its authors still have it. */
  fail(why: string, error?: unknown): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    for (const { edit } of this.#pending) this.around.lane.remove(edit);
    this.#pending.clear();
    for (const peer of this.#seats.keys()) peer.close(closeCode.tryAgain, "storage");
    this.around.onFailure(why, error);
  }

  #read(seat: Seat, decoder: decoding.Decoder): void {
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return this.#readSync(seat, decoder);
      case messageType.awareness:
        return this.#readAwareness(seat, decoding.readVarUint8Array(decoder));
      case messageType.queryAwareness: {
        if (!this.#mayAsk(seat)) return;
        const present = this.#presence.everybody();
        if (present) seat.peer.send(present);
        return;
      }
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

  #mayAsk(seat: Seat): boolean {
    if (seat.mayAsk(this.around.now())) return true;
    this.#drop(seat, closeCode.slowDown, "too many questions");
    return false;
  }

  #readAwareness(seat: Seat, payload: Uint8Array): void {
    const { awarenessBytes, awarenessIds } = this.around.limits;
    const { person } = seat;
    const held = this.#presence.idsOf(seat).length;
    let free = awarenessIds - held;
    const claimOf = (client: number): PresenceClaim => {
      const holder = this.#presence.holderOf(client);
      if (holder === seat) return "own";
      const owner = holder?.person.id ?? this.#owners.get(client) ?? person.id;
      if (owner !== person.id) return "foreign";
      // A broken connection may linger: the same person takes over from it, with the first thing a new one says.
      if ((holder !== null && held > 0) || free <= 0) return "spare";
      free -= 1;
      this.#owners.set(client, person.id);
      return "own";
    };
    // An echo of many people's states may be long; what one person adds may not.
    if (payload.length > awarenessBytes * 100) throw new Error("awareness too large");
    const isSomebodyElse = (name: string) =>
      name !== nameForm(person.name) &&
      (this.around.isDeskName(name) ||
        [...this.#seats.values()].some((other) => nameForm(other.person.name) === name));
    const news = this.#presence.receive(seat, person, payload, claimOf, isSomebodyElse);
    if (news === "forged") {
      this.around.onRefusedWrite(person.id, "presence");
      return this.#drop(seat, closeCode.badMessage, "forged presence");
    }
    if (news && news.length > awarenessBytes) throw new Error("awareness too large");
    this.#tellOthers(seat, news);
  }

  #edit(seat: Seat, update: Uint8Array): void {
    const count = seat.countUpdate();
    if (!seat.peer.canWrite) {
      const isEmpty = update.length <= 2;
      if (isEmpty) return;
      this.around.onRefusedWrite(seat.person.id, "read_only");
      return this.#drop(seat, closeCode.noRight, "read only");
    }
    if (!this.around.lane.hasRoom) return this.fail("edits come faster than storage takes them");

    const author = seat.person.id;
    const mayUse = (client: number) => (this.#owners.get(client) ?? author) === author;
    const staged = this.#document.stage(update, mayUse);
    if (!staged.ok) return this.#refuse(seat, staged.error);
    if (staged.value.update === null) return this.#acknowledgeKnown(seat, count);

    for (const client of staged.value.clientIds) this.#owners.set(client, author);
    this.#lastEditAt = this.around.now();
    const pending = this.#openEditOf(author);
    pending.seats.set(seat, count);
    this.around.lane.add(pending.edit, staged.value.update, staged.value.clientIds);
  }

  #openEditOf(author: string): EditInRoom {
    const last = this.#lastEditOf(author);
    if (last && this.around.lane.isWaiting(last.edit)) return last;
    const created: EditInRoom = {
      edit: new PendingEdit(this.claimId, author, (outcome) => this.#ended(created, outcome)),
      seats: new Map(),
    };
    this.#pending.add(created);
    return created;
  }

  #lastEditOf(author: string): EditInRoom | undefined {
    return [...this.#pending].findLast(({ edit }) => edit.author === author);
  }

  /** All of it was known: saved as soon as everything else of this author is. */
  #acknowledgeKnown(seat: Seat, count: number): void {
    const last = this.#lastEditOf(seat.person.id);
    if (last) last.seats.set(seat, count);
    else seat.acknowledge(count, this.#head);
  }

  #refuse(seat: Seat, problem: StageProblem): void {
    switch (problem.kind) {
      case "gap":
        if (++seat.gapStrikes > this.around.limits.gapStrikes) {
          return this.#drop(seat, closeCode.badMessage, "missing predecessors");
        }
        return seat.peer.send(syncFrame(syncType.step1, this.#document.committedVector()));
      case "foreign":
        this.around.onRefusedWrite(seat.person.id, "foreign_client");
        return this.#drop(seat, closeCode.badMessage, "foreign client id", problem.detail);
      case "malformed":
        return this.#drop(seat, closeCode.badMessage, "malformed update", problem.detail);
      case "too_large":
        return this.#drop(seat, closeCode.tooLarge, problem.detail);
    }
  }

  #ended(pending: EditInRoom, outcome: EditOutcome): void {
    if (this.#hasFailed) return;
    switch (outcome.kind) {
      case "committed":
        try {
          return this.#committed(pending, outcome.n, outcome.merged);
        } catch (error) {
          return this.fail("a committed edit could not be shown", error);
        }
      case "refused":
        return this.#withdraw(pending.edit.author, outcome.why);
      case "failed":
        return this.fail("storage did not take an edit", outcome.error);
    }
  }

  #committed(pending: EditInRoom, n: number, merged: Uint8Array): void {
    if (n !== this.#head + 1) {
      return this.fail(`row ${n} followed row ${this.#head}: somebody else writes this document`);
    }
    this.#pending.delete(pending);
    this.#head = n;
    this.#rowsSinceSnapshot += 1;
    this.#bytesSinceSnapshot += merged.length;
    this.#document.commit(pending.edit.updates, merged);

    const message = syncFrame(syncType.update, merged);
    const onlyAuthor = pending.seats.size === 1;
    for (const seat of this.#seats.values()) {
      const knowsAll = onlyAuthor && pending.seats.has(seat);
      if (seat.isListening && !knowsAll) seat.peer.send(message);
    }
    for (const [seat, count] of pending.seats) {
      if (this.#seats.get(seat.peer) === seat) seat.acknowledge(count, n);
    }
    this.around.onCommit(this);
  }

  /** The author's right ended: what is not committed goes, and the author's connections are judged again. */
  #withdraw(author: string, why: RowRefusal): void {
    if (why === "foreign_client") this.around.onRefusedWrite(author, why);
    const theirs = [...this.#pending].filter(({ edit }) => edit.author === author);
    for (const pending of theirs) {
      this.around.lane.remove(pending.edit);
      this.#pending.delete(pending);
    }
    this.#document.withdraw(theirs.flatMap(({ edit }) => edit.updates));
    for (const seat of this.#seats.values()) {
      if (seat.person.id === author) this.#drop(seat, codeFor(why), why);
    }
  }

  #drop(seat: Seat, code: number, reason: string, detail = reason): void {
    this.leave(seat.peer);
    seat.peer.close(code, reason);
    this.around.onOffence(seat.person.id, `${code} ${detail}`);
  }

  #tellOthers(sender: Seat, message: Uint8Array | null): void {
    if (!message) return;
    for (const seat of this.#seats.values()) if (seat !== sender) seat.peer.send(message);
  }
}

function codeFor(why: RowRefusal): number {
  if (why === "not_in_review") return closeCode.rightsReduced;
  return why === "foreign_client" ? closeCode.badMessage : closeCode.noRight;
}

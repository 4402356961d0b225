import * as Y from "yjs";

import type { PersonPresent } from "~/domain/people/presence";
import type { CurrentReview } from "~/domain/review/review-content";

import { CommitLane } from "./commit-lane";
import { TokenBucket, type Limits } from "./limits";
import { GatheredLooks } from "./looks";
import { PeopleElsewhere } from "./people-elsewhere";
import { isReadable, readableRows } from "./readable-rows";
import { Room } from "./room";
import type { PresenceStates } from "./room-people";
import type { RefusedWrite, ReviewDocumentStore, StoredDocument } from "./store";

/** Milliseconds. */
const recordAgainAfter = 10_000;

/** Where rooms tell what the people who run the desk should know. */
export interface CollabLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/**
 * What processes on one database tell each other of their rooms. Rows are told by their number only: whoever hears of
 * one reads it from the database, which is the truth also when a message was missed.
 */
export type NeighbourNews =
  | { kind: "rows"; heads: [claimId: string, n: number][] }
  | { kind: "presence"; claimId: string; states: PresenceStates }
  /** Asks the others to say who is in a room. */
  | { kind: "who"; claimId: string };

/** Milliseconds between telling other processes who is here. */
const tellPresenceEvery = 8_000;

/** What is worth counting. Times in milliseconds. */
export interface CollabEvents {
  committed(edits: number, rows: number, milliseconds: number): void;
  commitFailed(): void;
  dropped(code: number): void;
}

interface Entry {
  ready: Promise<Room | null>;
  room: Room | null;
  users: number;
  emptySince: number;
  isSnapshotting: boolean;
}

/**
 * The open rooms of this process. Each document is loaded once however many ask for it, and let go only when nobody is
 * in it or on the way in, and nothing of it waits for a commit.
 */
export class Rooms {
  readonly #entries = new Map<string, Entry>();
  readonly #lane: CommitLane;
  /** When each kind of refused write was last recorded, oldest first. */
  readonly #recorded = new Map<string, number>();
  /** One for each person who ever came in; there are as many as the desk has people. */
  readonly #shares = new Map<string, TokenBucket>();
  readonly #heads = new Map<string, number>();
  readonly #looks = new GatheredLooks();
  readonly #elsewhere = new PeopleElsewhere();
  #presenceToldAt = 0;
  /** Documents that could not be read: their rows are looked at one by one when they are opened again. */
  readonly #suspects = new Set<string>();
  /** Names of the people of this desk, as `nameForm` writes them. */
  deskNames: ReadonlySet<string> = new Set();

  constructor(
    private readonly store: ReviewDocumentStore,
    private readonly limits: Limits,
    private readonly log: CollabLog,
    private readonly now: () => number,
    private readonly events: CollabEvents | null = null,
    private readonly neighbours: { tell(news: NeighbourNews): void } | null = null,
  ) {
    this.#lane = new CommitLane(counted(store, events, now), limits.uncommittedBytes);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Statements' worth of edits that are not committed yet. */
  get unsaved(): number {
    return this.#lane.uncommitted;
  }

  get unsavedBytes(): number {
    return this.#lane.bytes;
  }

  get isKeepingUp(): boolean {
    return this.#lane.hasRoom;
  }

  /** Null when there is no such claim; rejects when storage is away. Match every room with one `release`. */
  async acquire(claimId: string): Promise<Room | null> {
    const entry = this.#entries.get(claimId) ?? this.#open(claimId);
    entry.users += 1;
    const room = await entry.ready;
    if (!room) this.#forget(claimId, entry);
    this.neighbours?.tell({ kind: "who", claimId });
    return room;
  }

  /** Another process says something. Rejects when that is not understood. */
  async hear(news: NeighbourNews, from: string): Promise<void> {
    if (news.kind === "rows") {
      await Promise.all(
        news.heads.map(([claimId, n]) => this.#entries.get(claimId)?.room?.rowCommitted(n)),
      ).catch((error: unknown) => this.log.warn({ err: error }, "rows were not read; will look"));
      return;
    }
    if (news.kind === "presence") {
      this.#elsewhere.hear(from, news.claimId, news.states, this.now());
    }
    const room = this.#entries.get(news.claimId)?.room;
    if (!room) return;
    if (news.kind === "presence") return room.people.hear(from, news.states);
    this.#tellPresence(room);
  }

  /** Who is in a room now, at any process; each person once, by name. Opens no room and asks nobody. */
  peopleIn(claimId: string): PersonPresent[] {
    const seats = this.#entries.get(claimId)?.room?.people.seats ?? [];
    const here = [...seats].map(({ person }) => person);
    const all = [...this.#elsewhere.in(claimId), ...here];
    const people = [...new Map(all.map((person) => [person.id, person])).values()];
    return people.sort((a, b) => a.name.localeCompare(b.name));
  }

  #tellPresence(room: Room): void {
    const states = room.people.statesHere();
    if (states.length === 0) return;
    this.neighbours?.tell({ kind: "presence", claimId: room.claimId, states });
  }

  /** So that people of a process that ended without a word do not stay. */
  #keepPresence(now: number): void {
    if (!this.neighbours || now - this.#presenceToldAt < tellPresenceEvery) return;
    this.#presenceToldAt = now;
    this.#elsewhere.forgetSilent(now - 3 * tellPresenceEvery);
    for (const { room } of this.#entries.values()) {
      if (!room) continue;
      room.people.forgetSilent(now - 3 * tellPresenceEvery);
      this.#tellPresence(room);
    }
  }

  /**
   * Opens the reviews that were written in last, so that whoever comes back to them after a restart need not wait until
   * they are read. Nobody may come: they are let go like others. Rejects when storage is away.
   */
  async readAhead(most: number): Promise<void> {
    for (const claimId of await this.store.underWay(most)) {
      const room = await this.acquire(claimId);
      if (!room) continue;
      room.prepare();
      this.release(room);
    }
  }

  release(room: Room): void {
    const entry = this.#entries.get(room.claimId);
    if (entry?.room !== room) return;
    entry.users -= 1;
    entry.emptySince = this.now();
  }

  /** Committed content of a review, after what was pending when asked. Null when there is no such claim. */
  async currentReview(claimId: string): Promise<CurrentReview | null> {
    const room = await this.acquire(claimId);
    if (!room) return null;
    try {
      return await room.currentReview();
    } finally {
      this.release(room);
    }
  }

  /** Lets go of rooms that stood empty, and of memory that nobody uses. To be called every few seconds. */
  async tidy(): Promise<void> {
    const now = this.now();
    this.#keepPresence(now);
    const due: Promise<void>[] = [this.keepLooks()];
    for (const [claimId, entry] of this.#entries) {
      // One at a time, so that many rooms that fall silent together hold nobody else up.
      if (entry.room?.packIfIdle(now)) await new Promise((resolve) => setImmediate(resolve));
      if (isIdle(entry) && now - entry.emptySince >= this.limits.unloadAfter) {
        due.push(this.#unload(claimId, entry));
      }
    }
    await Promise.all(due);
  }

  /** Waits for commits under way and keeps a snapshot of everything, for a fast next start. */
  async flush(): Promise<void> {
    await this.#lane.idle();
    const snapshots = [...this.#entries.values()].map((entry) => this.#keepSnapshot(entry));
    await Promise.all([...snapshots, this.keepLooks()]);
  }

  #open(claimId: string): Entry {
    const entry: Entry = {
      ready: this.#load(claimId),
      room: null,
      users: 0,
      emptySince: this.now(),
      isSnapshotting: false,
    };
    entry.ready.then(
      (room) => (entry.room = room),
      () => this.#forget(claimId, entry),
    );
    this.#entries.set(claimId, entry);
    return entry;
  }

  async #load(claimId: string): Promise<Room | null> {
    const stored = await this.#loadReadable(claimId);
    if (!stored) return null;
    const room: Room = new Room(claimId, stored, {
      lane: this.#lane,
      limits: this.limits,
      now: this.now,
      onFailure: (why, error) => this.#failed(room, why, error),
      onSuspicion: () => this.#suspects.add(claimId),
      onOffence: (person, code, what) => {
        this.events?.dropped(code);
        this.log.warn({ claimId, person, what: `${code} ${what}` }, "connection dropped");
      },
      onRefusedWrite: (person, kind) => this.#refusedWrite(claimId, person, kind),
      onLookedAway: (personId, first, n) => this.#looks.note({ claimId, personId, first, n }),
      shareOf: (person) => this.#shareOf(person),
      rowsAfter: (n) => this.store.rowsAfter(claimId, n),
      isDeskName: (name) => this.deskNames.has(name),
      onCommit: () => this.#afterCommit(room),
      onPresence: (states) => this.neighbours?.tell({ kind: "presence", claimId, states }),
    });
    return room;
  }

  #shareOf(person: string): TokenBucket {
    const { personMessagesPerSecond, personMessageBurst } = this.limits;
    const share =
      this.#shares.get(person) ??
      new TokenBucket(personMessagesPerSecond, personMessageBurst, this.now());
    this.#shares.set(person, share);
    return share;
  }

  /** Whoever comes back at once to try the same again is not worth another entry. */
  #refusedWrite(claimId: string, person: string, kind: RefusedWrite): void {
    const what = `${claimId} ${person} ${kind}`;
    const now = this.now();
    for (const [known, at] of this.#recorded) {
      if (now - at < recordAgainAfter) break;
      this.#recorded.delete(known);
    }
    if (this.#recorded.has(what)) return;
    this.#recorded.set(what, now);
    this.store.recordRefusedWrite(claimId, person, kind).catch((error: unknown) => {
      this.log.error({ claimId, person, kind, err: error }, "a refused write was not recorded");
    });
  }

  /** A row that cannot be read must not keep a review closed: it is set aside, and reported. */
  async #loadReadable(claimId: string): Promise<StoredDocument | null> {
    const stored = await this.store.load(claimId);
    const isSuspect = this.#suspects.delete(claimId);
    if (!stored || (!isSuspect && canBeMerged(stored))) return stored;
    const isFine = stored.snapshot === null || isReadable(stored.snapshot);
    const from = isFine ? stored : await this.store.load(claimId, false);
    if (!from) return null;
    const { readable, unreadable } = readableRows(from.snapshot, from.updates);
    for (const { n, why } of unreadable) {
      this.log.error({ claimId, row: n, why }, "a row cannot be read and was set aside");
      await this.store.setAside(claimId, n, why);
    }
    return { ...from, snapshot: null, updates: readable.map((update) => ({ n: 0, update })) };
  }

  /** Looks whether other processes have committed something that this one was not told of. */
  async lookForRows(): Promise<void> {
    const rooms = [...this.#entries.values()].flatMap(({ room }) => (room ? [room] : []));
    if (rooms.length === 0) return;
    const heads = await this.store.heads(rooms.map(({ claimId }) => claimId));
    // A room with edits under way hears from the database what it missed.
    const behind = rooms.filter((room) => room.isSettled);
    await Promise.all(behind.map((room) => room.rowCommitted(heads.get(room.claimId) ?? 0)));
  }

  #failed(room: Room, why: string, error: unknown): void {
    this.log.error({ claimId: room.claimId, why, err: error }, "review room closed");
    const entry = this.#entries.get(room.claimId);
    if (entry?.room === room) this.#forget(room.claimId, entry);
  }

  #afterCommit(room: Room): void {
    this.#tellHead(room);
    if (!room.isSnapshotDue) return;
    const entry = this.#entries.get(room.claimId);
    if (entry?.room === room) void this.#keepSnapshot(entry);
  }

  /** One message for all rooms of a commit. */
  #tellHead(room: Room): void {
    if (!this.neighbours) return;
    this.#heads.set(room.claimId, room.head);
    if (this.#heads.size > 1) return;
    setImmediate(() => {
      this.neighbours?.tell({ kind: "rows", heads: [...this.#heads] });
      this.#heads.clear();
    });
  }

  async #unload(claimId: string, entry: Entry): Promise<void> {
    await this.#keepSnapshot(entry);
    // Somebody may have come in meanwhile, and stays in this very room.
    if (isIdle(entry)) this.#forget(claimId, entry);
  }

  /** A snapshot only makes loading fast, so a failed one is reported and otherwise does no harm. */
  async #keepSnapshot(entry: Entry): Promise<void> {
    const { room } = entry;
    const due = entry.isSnapshotting ? null : room?.snapshot();
    if (!room || !due) return;
    entry.isSnapshotting = true;
    try {
      await this.store.snapshot(room.claimId, due.upto, due.state);
      room.snapshotKept(due.upto);
    } catch (error) {
      this.log.warn({ claimId: room.claimId, err: error }, "no snapshot kept; will try again");
    } finally {
      entry.isSnapshotting = false;
    }
  }

  /**
   * Notes who has seen what, for somebody who comes back at once is to be told as well. A look that is not kept only
   * means that somebody is told again what they have seen.
   */
  async keepLooks(): Promise<void> {
    try {
      await this.#looks.flush(this.store);
    } catch (error) {
      this.log.warn({ err: error }, "who has seen what was not noted; will try again");
    }
  }

  #forget(claimId: string, entry: Entry): void {
    if (this.#entries.get(claimId) === entry) this.#entries.delete(claimId);
  }
}

function isIdle({ room, users }: Entry): boolean {
  return room !== null && users === 0 && room.isEmpty && room.isSettled;
}

function canBeMerged({ snapshot, updates }: StoredDocument): boolean {
  const parts = updates.map(({ update }) => update);
  try {
    if (parts.length > 0) Y.mergeUpdates(snapshot ? [snapshot, ...parts] : parts);
    return true;
  } catch {
    return false;
  }
}

/** Storage that tells how long its commits take. */
function counted(
  store: ReviewDocumentStore,
  events: CollabEvents | null,
  now: () => number,
): Pick<ReviewDocumentStore, "append"> {
  if (events === null) return store;
  return {
    async append(rows) {
      const begun = now();
      try {
        const outcomes = await store.append(rows);
        const committed = rows.filter((_, index) => "n" in (outcomes[index] ?? {}));
        const edits = committed.reduce((sum, row) => sum + row.edits, 0);
        events.committed(edits, committed.length, now() - begun);
        return outcomes;
      } catch (error) {
        events.commitFailed();
        throw error;
      }
    },
  };
}

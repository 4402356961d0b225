import * as Y from "yjs";

import { closeCode } from "~/collab/protocol";
import { defaultLimits, type Limits } from "~/collab/limits";
import { Rooms, type NeighbourNews } from "~/collab/rooms";

import { Ledger } from "./ledger";
import { SlowStorage, StorageOfProcess } from "./slow-storage";
import { Tab } from "./tab";
import { Wire } from "./wire";

export const claimId = "c1";
const plenty = 1_000_000;
const limits: Limits = {
  ...defaultLimits,
  snapshotRows: 5,
  // The clock stands still, so everything comes at once.
  messageBurst: plenty,
  personMessageBurst: plenty,
  byteBurst: plenty * 1_000,
  presenceBurst: plenty,
  questionBurst: plenty,
};

interface Process {
  rooms: Rooms;
  storage: StorageOfProcess;
}

/** Five people, one with two tabs and one who may only comment, on one process or more with one database. */
export class World {
  readonly storage = new SlowStorage();
  readonly ledger = new Ledger(() => this.rows);
  readonly tabs = [
    ...["ann", "ann", "ben", "cat", "dan"].map((name) => new Tab(name, "write", this.ledger)),
    new Tab("eve", "comment", this.ledger),
  ];
  /** What the log says that must not happen to honest people, whatever breaks. */
  readonly alarms: string[] = [];
  readonly processes: Process[];
  losesNews = false;
  now = 1_000_000;
  #marks = 0;
  /** Whether somebody may have sent to one process what another one, or one that was killed, was still committing. */
  #mayBeDouble: boolean;

  constructor(processes: number) {
    this.#mayBeDouble = processes > 1;
    this.processes = Array.from({ length: processes }, () => this.#newProcess());
  }

  get rows() {
    return this.storage.rows.get(claimId) ?? [];
  }

  newMark(): string {
    return `${this.#marks++}`;
  }

  async connect(tab: Tab, at: number): Promise<void> {
    const rooms = this.processes[at % this.processes.length]?.rooms;
    if (tab.isConnected || !rooms) return;
    const room = await rooms.acquire(claimId);
    if (!room) throw new Error("there is no such claim");
    if (this.storage.isHolding) this.#mayBeDouble = true;
    const wire: Wire = new Wire(rooms, room, () => {
      const { code, reason } = wire.closedWith ?? {};
      if (wire.isSound && code !== undefined && code !== closeCode.tryAgain) {
        this.alarms.push(`${tab.person} was sent away: ${reason}`);
      }
    });
    tab.open(wire);
  }

  reload(tab: Tab): void {
    // Who may only comment keeps no copy.
    const kept = tab.right === "write" ? this.tabs.filter((it) => it.person === tab.person) : [];
    tab.reload(kept.map(({ client }) => Y.encodeStateAsUpdate(client.doc)));
  }

  /** Kill -9 of a process. What it had handed to the system before may still reach people. */
  kill(at: number, isFlushed: boolean): void {
    const process = this.processes[at % this.processes.length];
    if (!process) return;
    process.storage.isKilled = true;
    if (this.storage.isHolding) this.#mayBeDouble = true;
    for (const tab of this.tabs) {
      if (tab.wire?.home !== process.rooms) continue;
      if (isFlushed) tab.deliver("down");
      tab.cut();
    }
    this.processes[at % this.processes.length] = this.#newProcess();
  }

  /** Nobody did anything for long: rooms rest, those that are empty are let go, and missed rows are looked for. */
  async rest(): Promise<void> {
    this.now += 60_000;
    for (const { rooms } of this.processes) {
      await rooms.tidy();
      await rooms.lookForRows();
    }
  }

  /** Lets what has reached a process reach the storage, and the answer come back. */
  async turn(): Promise<void> {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Delivers everything, and what comes of it, until nothing moves any more. */
  async settle(): Promise<void> {
    for (let isMoving = true, rounds = 0; isMoving; rounds++) {
      if (rounds > 500) throw new Error("people and processes never come to rest");
      await this.turn();
      isMoving = this.processes.some(({ rooms }) => rooms.unsaved > 0) && !this.storage.isHolding;
      for (const tab of this.tabs) {
        if (tab.deliver("up") + tab.deliver("down") > 0) isMoving = true;
        this.check();
      }
    }
  }

  /** What must be true at every moment. */
  check(): void {
    for (const { client } of this.tabs) this.ledger.checkSeen(client);
    if (this.ledger.doubles > 0 && !this.#mayBeDouble) throw new Error("structs stand in two rows");
    if (this.alarms.length > 0) throw new Error(this.alarms.join("; "));
  }

  /** Everything is mended, and everybody comes back. */
  async heal(): Promise<void> {
    this.storage.release();
    this.storage.failure = null;
    this.losesNews = false;
    for (let round = 0; round < 3; round++) {
      for (const [index, tab] of this.tabs.entries()) {
        if (tab.wire?.isSound === false) tab.cut();
        await this.connect(tab, index);
      }
      await this.settle();
      await this.rest();
    }
    await this.settle();
  }

  #newProcess(): Process {
    const storage = new StorageOfProcess(this.storage);
    const note = (details: object, message: string) => {
      const text = `${message} ${JSON.stringify(details)}`;
      if (/cannot be read|not understood|set aside/.test(text)) this.alarms.push(text);
    };
    const log = { info: () => undefined, warn: note, error: note };
    const tell = (news: NeighbourNews) => {
      if (this.losesNews || storage.isKilled) return;
      for (const other of this.processes) {
        if (other.storage === storage) continue;
        setImmediate(() => void other.rooms.hear(structuredClone(news), "the other"));
      }
    };
    const now = () => this.now;
    return { storage, rooms: new Rooms(storage, limits, log, now, null, { tell }) };
  }
}

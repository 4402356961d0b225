import { defaultLimits, type Limits } from "~/collab/limits";
import type { Room } from "~/collab/room";
import { Rooms, type CollabEvents } from "~/collab/rooms";
import type { DocumentRight } from "~/domain/people/permissions";

import { FakeStore } from "./fake-store";
import { TestClient } from "./test-client";

/** Rooms over storage in memory, with a clock that stands still until a test moves it. */
export class Desk {
  readonly store = new FakeStore();
  readonly offences: string[] = [];
  now = 1_000_000;
  rooms: Rooms;

  constructor(
    private limits: Partial<Limits> = {},
    private readonly events: CollabEvents | null = null,
  ) {
    this.rooms = this.#newRooms();
  }

  /** As after kill -9: what is in memory is gone, storage stays. */
  restart(limits = this.limits): void {
    this.limits = limits;
    this.rooms = this.#newRooms();
  }

  async room(claimId = "c1"): Promise<Room> {
    const room = await this.rooms.acquire(claimId);
    if (!room) throw new Error("no such claim");
    return room;
  }

  async join(
    person: string,
    { claimId = "c1", right = "write" }: { claimId?: string; right?: DocumentRight } = {},
  ): Promise<TestClient> {
    return new TestClient(person).connect(await this.room(claimId), right);
  }

  /** Lets everything that is under way come to its end. */
  async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.rooms.unsaved > 0);
  }

  /** Lets messages reach the storage, which may be paused. */
  async turn(): Promise<void> {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  #newRooms(): Rooms {
    const note = (details: object) => this.offences.push(JSON.stringify(details));
    const log = { info: () => undefined, warn: note, error: note };
    return new Rooms(
      this.store,
      { ...defaultLimits, ...this.limits },
      log,
      () => this.now,
      this.events,
    );
  }
}

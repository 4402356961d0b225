/** How many sockets may be open, so that no person and no room takes everybody's share. */
export interface MostSockets {
  perPerson: number;
  perRoom: number;
  all: number;
}

/** A desk of a few people may have every claim open that it has. */
export const mostSockets: MostSockets = { perPerson: 2_000, perRoom: 500, all: 10_000 };

/** Counts open sockets by room and by person. */
export class HeadCount {
  readonly #inRoom = new Map<string, number>();
  readonly #ofPerson = new Map<string, number>();
  #all = 0;

  constructor(private readonly most: MostSockets) {}

  isFull(claimId: string, personId: string): boolean {
    return (
      this.#all >= this.most.all ||
      (this.#inRoom.get(claimId) ?? 0) >= this.most.perRoom ||
      (this.#ofPerson.get(personId) ?? 0) >= this.most.perPerson
    );
  }

  enter(claimId: string, personId: string): void {
    this.#all += 1;
    add(this.#inRoom, claimId, 1);
    add(this.#ofPerson, personId, 1);
  }

  leave(claimId: string, personId: string): void {
    this.#all -= 1;
    add(this.#inRoom, claimId, -1);
    add(this.#ofPerson, personId, -1);
  }
}

function add(counts: Map<string, number>, key: string, difference: number): void {
  const count = (counts.get(key) ?? 0) + difference;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

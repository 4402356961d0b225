import type { Limits } from "./limits";
import { nameForm, Presence, type PresenceClaim } from "./presence";
import { Seat, type Peer } from "./seat";

/** What one process tells another of who is where; null for who has left. */
export type PresenceStates = [client: number, state: string | null][];

/** What the people of a room need of the process it lives in. */
export interface PeopleSurroundings {
  limits: Limits;
  /** Milliseconds, never going back. */
  now: () => number;
  /** Whether somebody at this desk has this name. */
  isDeskName: (name: string) => boolean;
  /** Called with what changed of those who are here, for other processes. */
  onPresence: (states: PresenceStates) => void;
}

/** Somebody who is in the room at another process. */
interface Elsewhere {
  process: string;
  person: { id: string };
  heardAt: number;
}

/** Who is in one room, at this process and at others, and what each is told of the others. */
export class RoomPeople {
  readonly #presence = new Presence<Seat | Elsewhere>();
  /** By client id. */
  readonly #elsewhere = new Map<number, Elsewhere>();
  /** Client ids whose new states wait for the edits they came with. */
  readonly #carets = new Set<number>();
  readonly #seats = new Map<Peer, Seat>();

  /** @param owners Whom each client id belongs to; ids that people here first appear with are added. */
  constructor(
    private readonly around: PeopleSurroundings,
    private readonly owners: Map<number, string>,
  ) {}

  get isEmpty(): boolean {
    return this.#seats.size === 0;
  }

  /** Those who are here, at this process. */
  get seats(): Iterable<Seat> {
    return this.#seats.values();
  }

  seatOf(peer: Peer): Seat | undefined {
    return this.#seats.get(peer);
  }

  enter(seat: Seat): void {
    this.#seats.set(seat.peer, seat);
  }

  leave(peer: Peer): void {
    const seat = this.#seats.get(peer);
    if (!seat) return;
    this.#seats.delete(peer);
    const gone = this.#presence.idsOf(seat);
    this.#tell(this.#presence.leave(seat), seat);
    if (gone.length > 0) this.around.onPresence(gone.map((client) => [client, null]));
  }

  /** Tells one who else is there. */
  introduce(peer: Peer): void {
    const present = this.#presence.everybody();
    if (present) peer.send(present);
  }

  /**
   * Takes what a seat says of itself; `forged` when it speaks for somebody else. While an edit of it is under way the
   * others hear of it with `tellCarets`: a caret in words that nobody has been shown yet goes out with them. Throws on
   * a malformed or overlong message.
   */
  receive(seat: Seat, payload: Uint8Array, isEditing: boolean): "taken" | "forged" {
    const { awarenessBytes } = this.around.limits;
    seat.countPresence(this.around.now());
    // An echo of many people's states may be long; what one person adds may not.
    if (payload.length > awarenessBytes * 100) throw new Error("awareness too large");
    const changed = this.#presence.receive(seat, seat.person, payload, this.#claims(seat), (name) =>
      this.#isSomebodyElse(seat, name),
    );
    if (changed === "forged") return "forged";
    const news = this.#presence.tell(changed);
    if (news && news.length > awarenessBytes) throw new Error("awareness too large");
    if (changed.length > 0) this.around.onPresence(this.#presence.statesOf(changed));
    if (isEditing) for (const id of changed) this.#carets.add(id);
    else this.#tell(news, seat);
    return "taken";
  }

  /** Tells everybody where the others' carets are now; never one's own, of which one knows better. */
  tellCarets(): void {
    const carets = [...this.#carets];
    this.#carets.clear();
    const toAll = this.#presence.tell(carets);
    if (!toAll) return;
    for (const seat of this.seats) {
      const others = carets.filter((id) => this.#presence.holderOf(id) !== seat);
      const message = others.length === carets.length ? toAll : this.#presence.tell(others);
      if (message) seat.peer.send(message);
    }
  }

  /** Those who are here, for another process that asks. */
  statesHere(): PresenceStates {
    return this.#presence.statesOf([...this.seats].flatMap((seat) => this.#presence.idsOf(seat)));
  }

  /** Another process says who is there with it. It has checked who they are. */
  hear(process: string, states: PresenceStates): void {
    const changed = states.filter(([client, state]) => this.#hearOne(process, client, state));
    this.#tell(this.#presence.tell(changed.map(([client]) => client)));
  }

  /** Forgets people of processes that have not been heard of since then. */
  forgetSilent(since: number): void {
    const gone = [...this.#elsewhere].filter(([, { heardAt }]) => heardAt < since);
    for (const [client, there] of gone) {
      this.#elsewhere.delete(client);
      this.#presence.put(there, client, null);
    }
    this.#tell(this.#presence.tell(gone.map(([client]) => client)));
  }

  #hearOne(process: string, client: number, state: string | null): boolean {
    if (this.#presence.holderOf(client) instanceof Seat) return false;
    const known = this.#elsewhere.get(client);
    if (state === null) {
      if (known?.process !== process) return false;
      this.#elsewhere.delete(client);
      return this.#presence.put(known, client, null);
    }
    const there = known?.process === process ? known : elsewhere(process, state);
    there.heardAt = this.around.now();
    // Or whoever repeats it here when they have left would be taken for them.
    const { id } = there.person;
    if (id !== "" && !this.owners.has(client)) this.owners.set(client, id);
    this.#elsewhere.set(client, there);
    return this.#presence.put(there, client, state);
  }

  /** What each client id is to this seat. */
  #claims(seat: Seat): (client: number) => PresenceClaim {
    const { person } = seat;
    const held = this.#presence.idsOf(seat).length;
    let free = this.around.limits.awarenessIds - held;
    return (client) => {
      const holder = this.#presence.holderOf(client);
      if (holder === seat) return "own";
      const owner = holder?.person.id ?? this.owners.get(client) ?? person.id;
      if (owner !== person.id) return "foreign";
      // A broken connection may linger: the same person takes over from it, with the first thing a new one says. Later
      // it only repeats what it was told of the person's other windows, also of those that are closed by now.
      const isKnown = holder !== null || this.owners.has(client);
      if ((isKnown && held > 0) || free <= 0) return "spare";
      free -= 1;
      this.owners.set(client, person.id);
      return "own";
    };
  }

  #isSomebodyElse({ person }: Seat, name: string): boolean {
    if (name === nameForm(person.name)) return false;
    return (
      this.around.isDeskName(name) ||
      [...this.seats].some((other) => nameForm(other.person.name) === name)
    );
  }

  #tell(message: Uint8Array | null, except?: Seat): void {
    if (!message) return;
    for (const seat of this.seats) if (seat !== except) seat.peer.send(message);
  }
}

function elsewhere(process: string, state: string): Elsewhere {
  const said: unknown = JSON.parse(state);
  const user = typeof said === "object" && said !== null && "user" in said ? said.user : null;
  const id = typeof user === "object" && user !== null && "id" in user ? String(user.id) : "";
  return { process, person: { id }, heardAt: 0 };
}

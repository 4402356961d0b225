import * as Y from "yjs";

import { applyAsIs, documentFrom } from "~/collab/committed-document";
import type { ReviewRow } from "~/collab/store";

import type { TestClient } from "../test-client";

/** What is in storage, as one document, and what must be true of each row that comes in. */
export class Ledger {
  readonly #stored = documentFrom(new Uint8Array([0, 0]));
  /** Structs that stand in more than one row. */
  doubles = 0;
  /** Who made which client id. */
  readonly owners = new Map<number, string>();
  #read = 0;

  /** A client id for somebody; the same ones in each session, in no order. */
  newClient(person: string): number {
    const id = Math.imul(this.owners.size + 1, 2_654_435_761) >>> 0;
    this.owners.set(id, person);
    return id;
  }

  constructor(private readonly rows: () => readonly ReviewRow[]) {}

  /** All rows so far. Throws when one of them holds what its author did not write, or builds on what is not there. */
  get stored(): Y.Doc {
    for (const { author, update, clientIds } of this.rows().slice(this.#read)) {
      for (const struct of Y.decodeUpdate(update).structs) {
        if (struct instanceof Y.Skip) continue;
        const { client, clock } = struct.id;
        if (this.owners.get(client) !== author) throw new Error(`a row of ${author} has ${client}`);
        if (clock < Y.getState(this.#stored.store, client)) this.doubles += 1;
      }
      if (clientIds.some((id) => this.owners.get(id) !== author)) {
        throw new Error(`a row of ${author} claims a client id of somebody else`);
      }
      applyAsIs(this.#stored, update);
      this.#read += 1;
    }
    if (this.#stored.store.pendingStructs) throw new Error("a row builds on one that is not there");
    return this.#stored;
  }

  /** Throws when somebody has seen what storage does not hold. */
  checkSeen({ doc, person }: TestClient): void {
    const { store } = this.stored;
    for (const [client, clock] of clocksOf(doc)) {
      const isTheirs = this.owners.get(client) === person;
      if (!isTheirs && clock > Y.getState(store, client)) {
        throw new Error(`${person} has seen ${client} up to ${clock}, which is not stored`);
      }
    }
  }

  /** Throws when the client's own work up to this clock is not stored. */
  checkKept({ doc, person }: TestClient, clock: number): void {
    const kept = Y.getState(this.stored.store, doc.clientID);
    if (kept < clock) throw new Error(`${person} was told ${clock} is saved, stored is ${kept}`);
  }

  /** Throws when anything in this document, deletions too, is not stored. */
  checkAllKept({ doc, person }: TestClient): void {
    const { stored } = this;
    for (const [client, clock] of clocksOf(doc)) {
      if (clock > Y.getState(stored.store, client)) {
        throw new Error(`${person} was told all is saved, and ${client} ${clock} is not`);
      }
    }
    const kept = deletionsOf(stored);
    for (const [client, ranges] of deletionsOf(doc).clients) {
      const known = kept.clients.get(client) ?? [];
      for (const { clock, len } of ranges) {
        const isKept = known.some((it) => it.clock <= clock && it.clock + it.len >= clock + len);
        if (!isKept) throw new Error(`${person} was told a deletion is saved that is not`);
      }
    }
  }
}

export const deletionsOf = (doc: Y.Doc) => Y.createDeleteSetFromStructStore(doc.store);

/** How much of each client id's work the document holds. */
export const clocksOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

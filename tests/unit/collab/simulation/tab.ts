import * as Y from "yjs";

import { reviewParts } from "~/collab/review-document";
import type { DocumentRight } from "~/domain/people/permissions";

import { TestClient } from "../test-client";
import type { Ledger } from "./ledger";
import type { Way, Wire } from "./wire";

/** A browser tab of somebody, which can be loaded anew, with its connection where it has one. */
export class Tab {
  client: TestClient;
  undo: Y.UndoManager;
  wire: Wire | null = null;
  /** The own clock that each update message of this connection brings the server to. */
  #marks: number[] = [];

  constructor(
    readonly person: string,
    readonly right: DocumentRight,
    private readonly ledger: Ledger,
  ) {
    [this.client, this.undo] = this.#load([]);
  }

  get isConnected(): boolean {
    return this.wire?.isOpen === true;
  }

  open(wire: Wire): void {
    this.wire = wire;
    this.#marks = [];
    this.client.connect(wire, this.right);
  }

  cut(): void {
    this.client.disconnect();
  }

  /** Loads the page again, with what this device has kept of its person's work. */
  reload(kept: readonly Uint8Array[]): void {
    this.cut();
    [this.client, this.undo] = this.#load(kept);
  }

  deliver(way: Way, most = Number.POSITIVE_INFINITY): number {
    let count = 0;
    while (count < most && (this.wire?.deliver(way, 1) ?? 0) > 0) {
      count += 1;
      if (way === "down") this.#checkSaved();
    }
    return count;
  }

  /** On a wire that lost or doubled something the numbers of messages mean nothing, which no WebSocket does. */
  #checkSaved(): void {
    const { client, wire } = this;
    if (!wire?.isOpen || !wire.isSound) return;
    this.ledger.checkKept(client, Math.max(0, ...this.#marks.slice(0, client.saved + 1)));
    if (client.hasAnswered && client.allSaved) this.ledger.checkAllKept(client);
  }

  #load(kept: readonly Uint8Array[]): [TestClient, Y.UndoManager] {
    const client = new TestClient(this.person, this.ledger.newClient(this.person));
    const { doc } = client;
    const { summary, rationale } = reviewParts(doc);
    doc.on("update", () => {
      this.#marks[client.sent] = Y.getState(doc.store, doc.clientID);
    });
    for (const update of kept) Y.applyUpdate(doc, update, client);
    return [client, new Y.UndoManager([summary, rationale], { captureTimeout: 0 })];
  }
}

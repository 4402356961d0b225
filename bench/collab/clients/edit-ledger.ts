import * as Y from "yjs";

interface Edit {
  /** The author's clock after it. */
  end: number;
  at: number;
}

/**
 * When each edit was made, and when it had reached each of the others. An edit is known by its author's client id and
 * clock, so servers that send several edits in one message are measured like those that send each by itself.
 */
export class EditLedger {
  readonly #edits = new Map<number, Edit[]>();
  readonly latencies: number[] = [];
  made = 0;
  #since = 0;

  wrote(client: number, end: number, at: number): void {
    const edits = this.#edits.get(client) ?? [];
    if (edits.length === 0) this.#edits.set(client, edits);
    edits.push({ end, at });
    this.made += 1;
  }

  /** What one receiver does with each message. With a document, an edit counts when it has been applied there. */
  reader(doc?: Y.Doc): (update: Uint8Array) => void {
    const next = new Map<number, number>();
    return (update) => {
      const now = performance.now();
      for (const [client, to] of Y.parseUpdateMeta(update).to) {
        const edits = this.#edits.get(client);
        // Some servers send an author's edits back.
        if (!edits || client === doc?.clientID) continue;
        const known = doc ? Y.getState(doc.store, client) : to;
        let place = next.get(client) ?? 0;
        for (let edit = edits[place]; edit && edit.end <= known; edit = edits[++place]) {
          if (edit.at >= this.#since) this.latencies.push(now - edit.at);
        }
        next.set(client, place);
      }
    };
  }

  /** Counts only what is written from now on. */
  restart(): void {
    this.#since = performance.now();
    this.latencies.length = 0;
    this.made = 0;
  }
}

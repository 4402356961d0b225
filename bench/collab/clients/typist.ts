import * as Y from "yjs";

import type { Contender } from "../contenders/contender";
import type { EditLedger } from "./edit-ledger";
import { knocking } from "./knocking";
import { awarenessOf, RawClient } from "./raw-client";

/** The text of a document that people type into: the first paragraph of the rationale; null when there is none yet. */
export function sharedText(doc: Y.Doc): Y.XmlText | null {
  const paragraph = doc.getXmlFragment("rationale").get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return text instanceof Y.XmlText ? text : null;
}

/** A person with the whole document, as a browser has it, who types one character at a time. */
export class Typist {
  readonly doc = new Y.Doc();
  readonly client: RawClient;
  #carets = 0;

  constructor(
    contender: Contender,
    readonly room: string,
    person: number,
    private readonly ledger?: EditLedger,
  ) {
    const onContent = ledger?.reader(this.doc);
    this.client = new RawClient(contender.door(room, person), {
      doc: this.doc,
      ...(onContent && { onContent }),
    });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== this.client && this.client.closed === null) this.client.sendUpdate(update);
    });
  }

  /** Resolves when the document is there with a paragraph to type in, which the first one makes. */
  async open(isFirst: boolean): Promise<this> {
    await this.client.synced;
    if (isFirst) {
      const paragraph = new Y.XmlElement("paragraph");
      this.doc.transact(() => {
        this.doc.getXmlFragment("rationale").insert(0, [paragraph]);
        paragraph.insert(0, [new Y.XmlText("The minutes say so.")]);
      });
    }
    await this.client.until(() => sharedText(this.doc) !== null);
    return this;
  }

  get text(): Y.XmlText {
    const text = sharedText(this.doc);
    if (text === null) throw new Error(`${this.room} has no paragraph`);
    return text;
  }

  /** Types at a random place, and moves the caret there as an editor would. */
  type(moveCaret = true): void {
    const { text } = this;
    const place = Math.floor(Math.random() * (text.length + 1));
    const at = performance.now();
    // Noted before it goes out, so that no answer can come before the note.
    const end = Y.getState(this.doc.store, this.doc.clientID) + 1;
    this.ledger?.wrote(this.doc.clientID, end, at);
    text.insert(place, "a");
    if (!moveCaret || this.client.closed !== null) return;
    const state = { user: { name: "Somebody", color: "#336699" }, cursor: { at: place } };
    this.client.sendAwareness(awarenessOf(this.doc.clientID, ++this.#carets, state));
  }

  close(): void {
    this.client.close();
    this.doc.destroy();
  }
}

/** Opens one document for so many people, the first of whom makes its paragraph. */
export async function openTogether(
  contender: Contender,
  room: string,
  people: number,
  ledger?: EditLedger,
  firstPerson = 0,
): Promise<Typist[]> {
  const enter = (index: number) =>
    knocking(
      () => new Typist(contender, room, firstPerson + index, ledger),
      (typist) => typist.open(index === 0),
    );
  const first = await enter(0);
  const others = Array.from({ length: people - 1 }, (_, index) => enter(index + 1));
  return [first, ...(await Promise.all(others))];
}

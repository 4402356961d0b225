import * as Y from "yjs";

/** One person's edits of one line of a card, and the way back from them. */
export class LineUndo {
  readonly #origin = {};
  readonly #manager: Y.UndoManager;

  constructor(private readonly card: Y.Map<unknown>) {
    this.#manager = new Y.UndoManager(card, { trackedOrigins: new Set([this.#origin]) });
  }

  /** Makes an edit that `undo` takes back. */
  edit<T>(change: () => T): T {
    return this.card.doc ? this.card.doc.transact(change, this.#origin) : change();
  }

  /** What somebody else has written over one's own words meanwhile stays. */
  undo(): void {
    this.#manager.undo();
  }

  redo(): void {
    this.#manager.redo();
  }

  destroy(): void {
    this.#manager.destroy();
  }
}

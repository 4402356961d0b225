import { ReviewSession } from "~/collab/review-session";
import { saveStateOf, saveStateWords } from "~/collab/save-state";
import type { Person } from "~/domain/people/person";

import { socketAs } from "./collab";
import { memoryCopies } from "./memory-copies";

/** Somebody at the page of a review, without the page: what it would say is saved, and what they typed. */
export class SessionClient {
  readonly typed = new Set<string>();
  /** Words that stood in the document when the page said that all of it is saved. */
  readonly shownAsSaved = new Set<string>();
  readonly session: ReviewSession;

  constructor(
    port: number,
    claimId: string,
    readonly person: Person,
  ) {
    this.session = new ReviewSession({
      claimId,
      person,
      serverUrl: `ws://127.0.0.1:${port}/collab`,
      copies: memoryCopies(),
      WebSocketPolyfill: socketAs(person.id, port) as unknown as typeof WebSocket,
    });
    this.session.subscribe(() => {
      if (this.isShownAsSaved) for (const word of this.typed) this.shownAsSaved.add(word);
    });
  }

  /** What stands beside the document now. */
  get words(): string {
    const now = Date.now();
    return saveStateWords(saveStateOf(this.session.getSnapshot(), now), now);
  }

  get isShownAsSaved(): boolean {
    return saveStateOf(this.session.getSnapshot(), Date.now()).kind === "saved";
  }

  get summary(): string {
    return this.session.doc.getText("summary").toJSON();
  }

  type(word: string): void {
    const text = this.session.doc.getText("summary");
    this.typed.add(word);
    text.insert(text.length, word);
  }

  destroy(): void {
    this.session.destroy();
  }
}

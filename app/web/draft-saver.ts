import type { DraftSaving } from "~/commands/save-report-draft";
import { isSameDraft, type DraftContent } from "~/domain/report/report-draft";

/** What somebody else has saved meanwhile, and who. */
export type Theirs = Extract<DraftSaving, { kind: "overtaken" }>["theirs"] & { byName: string };

/** What the server says to a draft that is to be saved. */
export type DraftAnswer =
  | { kind: "saved"; version: number }
  | { kind: "overtaken"; theirs: Theirs }
  | { kind: "failed"; message: string };

export type SavingState =
  | { kind: "saved"; version: number }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "failed"; message: string }
  | { kind: "overtaken"; theirs: Theirs };

export interface DraftInHand {
  content: DraftContent;
  state: SavingState;
  /** Of the draft that this one would be saved over; 0 for none. */
  version: number;
}

export interface DraftSaver {
  subscribe(heard: () => void): () => void;
  now(): DraftInHand;
  change(content: DraftContent): void;
  /** Saves what is not saved. Resolves when it is, or could not be. */
  save(): Promise<void>;
  /** Of two drafts, goes on with what the other one wrote. */
  takeTheirs(): void;
  /** Of two drafts, saves this one over the other. */
  keepMine(): Promise<void>;
}

interface DraftSaverSettings {
  content: DraftContent;
  version: number;
  /** Whether `content` is what the server has. */
  isSaved: boolean;
  send(expected: number, content: DraftContent): Promise<DraftAnswer>;
  /** Runs it when nobody has typed for a moment; answers with what stops that. */
  afterAWhile(run: () => void): () => void;
}

/**
 * Keeps a draft on the server while somebody writes it: one at a time, the newest last. What another editor has saved
 * meanwhile is never written over unasked.
 */
export function createDraftSaver(settings: DraftSaverSettings): DraftSaver {
  const { send, afterAWhile } = settings;
  const listeners = new Set<() => void>();
  let { content, version } = settings;
  let kept: DraftContent | null = settings.isSaved ? content : null;
  let state: SavingState = settings.isSaved ? { kind: "saved", version } : { kind: "unsaved" };
  let hand: DraftInHand = { content, state, version };
  let sending: Promise<void> | null = null;
  let stopWaiting: () => void = () => undefined;

  function be(next: SavingState): void {
    state = next;
    hand = { content, state, version };
    for (const heard of listeners) heard();
  }

  const isKept = () => kept !== null && isSameDraft(kept, content);

  async function sendOnce(): Promise<void> {
    const sent = content;
    be({ kind: "saving" });
    const answer = await send(version, sent).catch((): DraftAnswer => ({
      kind: "failed",
      message: "The server did not answer. What you typed is still here.",
    }));
    if (answer.kind !== "saved") return be(answer);
    version = answer.version;
    kept = sent;
    if (isKept()) return be({ kind: "saved", version });
    be({ kind: "unsaved" });
    wait();
  }

  async function save(): Promise<void> {
    stopWaiting();
    // What is typed while one is on its way goes with the next.
    while (sending !== null) await sending;
    if (isKept() || state.kind === "overtaken") return;
    sending = sendOnce().finally(() => (sending = null));
    await sending;
  }

  function wait(): void {
    stopWaiting();
    stopWaiting = afterAWhile(() => void save());
  }

  return {
    subscribe(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    now: () => hand,
    change(next) {
      content = next;
      if (state.kind === "overtaken" || state.kind === "saving") return be(state);
      if (isKept()) return be({ kind: "saved", version });
      be({ kind: "unsaved" });
      wait();
    },
    save,
    takeTheirs() {
      if (state.kind !== "overtaken") return;
      const { theirs } = state;
      const { headline, summary, shortClaims, order } = theirs;
      content = { headline, summary, shortClaims, order };
      kept = content;
      version = theirs.version;
      be({ kind: "saved", version });
    },
    async keepMine() {
      if (state.kind !== "overtaken") return;
      version = state.theirs.version;
      be({ kind: "unsaved" });
      await save();
    },
  };
}

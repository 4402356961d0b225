import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { z } from "zod";

/**
 * Which document a copy is of, and how often the review had been submitted when it was begun. What was written before a
 * submission is another copy than what is written after it: it goes into the review only where its author says so.
 */
export interface CopyId {
  lineage: string;
  round: number;
}

/** Where a browser keeps what somebody wrote, until the server has it. */
export interface LocalCopies {
  /** The copies that this browser has of a claim's review, the last begun last. */
  all(claimId: string): CopyId[];
  /**
   * Puts what was kept into the document and keeps every change from now on. Resolves when what was kept is in;
   * rejects when this browser keeps nothing.
   */
  open(claimId: string, copy: CopyId, doc: Y.Doc): Promise<void>;
  /** Keeps a document until the page is closed, where this browser keeps nothing for longer. */
  hold(claimId: string, copy: CopyId, doc: Y.Doc): void;
  /** Whether a copy is there after the page was closed. */
  lasts(claimId: string, copy: CopyId): boolean;
  /** What was kept, as an update of its document. Rejects when it cannot be read. */
  read(claimId: string, copy: CopyId): Promise<Uint8Array>;
  /** Forgets what was kept. To be called when nothing keeps the document open any more. */
  discard(claimId: string, copy: CopyId): Promise<void>;
}

/** What is kept for as long as the page is open. */
const held = new Map<string, { copy: CopyId; state: Uint8Array }>();

/**
 * Copies in IndexedDB, apart for each person and each document: who signs in next on this browser does not see them,
 * and a copy of another document that once had this claim's name is never merged into this one.
 */
export function localCopies(personId: string): LocalCopies {
  const listOf = (claimId: string) => `countersign:${personId}:${claimId}`;
  const nameOf = (claimId: string, { lineage, round }: CopyId) =>
    round === beforeRounds
      ? `${listOf(claimId)}:${lineage}`
      : `${listOf(claimId)}:${lineage}:${round}`;
  return {
    all(claimId) {
      const start = `${listOf(claimId)}:`;
      const inPage = [...held].flatMap(([name, { copy }]) =>
        name.startsWith(start) ? [copy] : [],
      );
      return [...remembered(listOf(claimId)), ...inPage];
    },

    async open(claimId, copy, doc) {
      const inPage = held.get(nameOf(claimId, copy));
      held.delete(nameOf(claimId, copy));
      if (inPage) Y.applyUpdate(doc, inPage.state);
      await opened(nameOf(claimId, copy), doc);
      const others = remembered(listOf(claimId)).filter((one) => !isSameCopy(one, copy));
      remember(listOf(claimId), [...others, copy]);
    },

    hold: (claimId, copy, doc) =>
      void held.set(nameOf(claimId, copy), { copy, state: Y.encodeStateAsUpdate(doc) }),

    lasts: (claimId, copy) => !held.has(nameOf(claimId, copy)),

    async read(claimId, copy) {
      const inPage = held.get(nameOf(claimId, copy));
      if (inPage) return inPage.state;
      const doc = new Y.Doc();
      try {
        await opened(nameOf(claimId, copy), doc);
        return Y.encodeStateAsUpdate(doc);
      } finally {
        doc.destroy();
      }
    },

    async discard(claimId, copy) {
      held.delete(nameOf(claimId, copy));
      const others = remembered(listOf(claimId)).filter((one) => !isSameCopy(one, copy));
      remember(listOf(claimId), others);
      if (typeof indexedDB !== "undefined") await clearDocument(nameOf(claimId, copy));
    },
  };
}

async function opened(name: string, doc: Y.Doc): Promise<void> {
  if (typeof indexedDB === "undefined") throw new Error("This browser keeps no copies.");
  const copy = new IndexeddbPersistence(name, doc);
  // `whenSynced` never settles when the database cannot be opened; this does.
  await copy._db;
  await copy.whenSynced;
}

export const isSameCopy = (one: CopyId, other: CopyId): boolean =>
  one.lineage === other.lineage && one.round === other.round;

/** The round of a copy that was begun when copies did not know of rounds. */
const beforeRounds = -1;

const list = z.array(z.object({ lineage: z.string(), round: z.number().int() }));

function remembered(name: string): CopyId[] {
  try {
    const stored = localStorage.getItem(name);
    if (stored === null) return [];
    // A bare lineage was kept once.
    if (!stored.startsWith("[")) return [{ lineage: stored, round: beforeRounds }];
    return list.parse(JSON.parse(stored));
  } catch {
    // Storage may be forbidden, or hold what is none of ours; then there is nothing to start from.
    return [];
  }
}

function remember(name: string, copies: readonly CopyId[]): void {
  try {
    if (copies.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(copies));
  } catch {
    // A start without a connection needs it, and so does finding an older copy.
    return;
  }
}

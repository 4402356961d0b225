import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** Where a browser keeps what somebody wrote, until the server has it. */
export interface LocalCopies {
  /** The document that this browser last kept of a claim, for a start without a connection; null when none. */
  lastLineage(claimId: string): string | null;
  /**
   * Puts what was kept into the document and keeps every change from now on. Resolves when what was kept is in;
   * rejects when this browser keeps nothing.
   */
  open(claimId: string, lineage: string, doc: Y.Doc): Promise<void>;
  /** Forgets what was kept. To be called when nothing keeps the document open any more. */
  discard(claimId: string, lineage: string): Promise<void>;
}

/**
 * Copies in IndexedDB, apart for each person and each document: who signs in next on this browser does not see them,
 * and a copy of another document that once had this claim's name is never merged into this one.
 */
export function localCopies(personId: string): LocalCopies {
  const nameOf = (claimId: string) => `countersign:${personId}:${claimId}`;
  return {
    lastLineage: (claimId) => remembered(nameOf(claimId)),

    async open(claimId, lineage, doc) {
      if (typeof indexedDB === "undefined") throw new Error("This browser keeps no copies.");
      const copy = new IndexeddbPersistence(`${nameOf(claimId)}:${lineage}`, doc);
      // `whenSynced` never settles when the database cannot be opened; this does.
      await copy._db;
      await copy.whenSynced;
      remember(nameOf(claimId), lineage);
    },

    discard: (claimId, lineage) => clearDocument(`${nameOf(claimId)}:${lineage}`),
  };
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // Storage may be forbidden; then there is nothing to start from.
    return null;
  }
}

function remember(name: string, lineage: string): void {
  try {
    localStorage.setItem(name, lineage);
  } catch {
    // Only a start without a connection needs it.
    return;
  }
}

import * as Y from "yjs";

import { applyAsIs, documentFrom } from "./committed-document";

export interface NumberedUpdate {
  n: number;
  update: Uint8Array;
}

/** Of which rows a document can be made, and which have to be left out, with the reason. */
export interface ReadableRows {
  readable: Uint8Array[];
  unreadable: { n: number; why: string }[];
}

/** Whether a snapshot can be read at all. */
export function isReadable(state: Uint8Array): boolean {
  try {
    const doc = documentFrom(state);
    const isWhole = doc.store.pendingStructs === null;
    doc.destroy();
    return isWhole;
  } catch {
    return false;
  }
}

/**
 * Tries each row by itself, after what could be read before it. Slow, and only for a document that cannot be read
 * otherwise. What builds on a row that is left out is left out as well.
 */
export function readableRows(
  snapshot: Uint8Array | null,
  rows: readonly NumberedUpdate[],
): ReadableRows {
  const readable = snapshot ? [snapshot] : [];
  const unreadable: ReadableRows["unreadable"] = [];
  let doc = again(readable);
  for (const { n, update } of rows) {
    const why = problemOf(doc, update);
    if (why === null) {
      readable.push(update);
    } else {
      unreadable.push({ n, why });
      doc.destroy();
      doc = again(readable);
    }
  }
  doc.destroy();
  return { readable, unreadable };
}

function problemOf(doc: Y.Doc, update: Uint8Array): string | null {
  try {
    applyAsIs(doc, update);
  } catch (error) {
    return String(error).slice(0, 300);
  }
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  return isWhole ? null : "It builds on a row that is not there.";
}

function again(parts: readonly Uint8Array[]): Y.Doc {
  const doc = documentFrom(new Uint8Array([0, 0]));
  for (const part of parts) applyAsIs(doc, part);
  return doc;
}

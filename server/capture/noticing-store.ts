import type { ReviewDocumentStore } from "~/collab/store";

const beginning = Buffer.from("http");

/** Whether an edit may have brought an address: Yjs writes what is typed letter for letter. */
export const namesAnAddress = (update: Uint8Array): boolean =>
  Buffer.from(update.buffer, update.byteOffset, update.byteLength).includes(beginning);

/** The store, telling when an edit that may name a source is committed. Whoever hears it looks for themselves. */
export function noticing(store: ReviewDocumentStore, notice: () => void): ReviewDocumentStore {
  return {
    ...store,
    async append(rows) {
      const outcomes = await store.append(rows);
      if (rows.some(({ update }) => namesAnAddress(update))) notice();
      return outcomes;
    },
  };
}

import * as Y from "yjs";

/** Whether an update deletes any of what one of the others deletes. */
export function deletesSame(update: Uint8Array, others: Iterable<Uint8Array>): boolean {
  const { clients } = Y.decodeUpdate(update).ds;
  if (clients.size === 0) return false;
  for (const other of others) {
    for (const [client, ranges] of Y.decodeUpdate(other).ds.clients) {
      const mine = clients.get(client) ?? [];
      const isShared = ranges.some((range) => mine.some((it) => overlap(range, it)));
      if (isShared) return true;
    }
  }
  return false;
}

interface Range {
  clock: number;
  len: number;
}

const overlap = (one: Range, other: Range): boolean =>
  one.clock < other.clock + other.len && other.clock < one.clock + one.len;

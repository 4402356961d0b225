import * as Y from "yjs";

interface Range {
  clock: number;
  len: number;
}

/** For each client id, what was deleted of what stands under it. */
export type Deletions = Map<number, Range[]>;

/**
 * Whether an update deletes any of what others have deleted, also where they did so without naming it: what stands in a
 * paragraph goes with it.
 */
export function deletesSame(update: Uint8Array, others: Iterable<Deletions>): boolean {
  const { clients } = Y.decodeUpdate(update).ds;
  if (clients.size === 0) return false;
  for (const other of others) {
    for (const [client, ranges] of other) {
      const own = clients.get(client) ?? [];
      if (ranges.some((range) => own.some((it) => overlap(range, it)))) return true;
    }
  }
  return false;
}

const overlap = (one: Range, other: Range): boolean =>
  one.clock < other.clock + other.len && other.clock < one.clock + one.len;

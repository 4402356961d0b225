import type postgres from "postgres";

import type { MerkleTree } from "~/domain/log/merkle-tree";
import type { VerifierKey } from "~/domain/log/note-key";

import { checkpointFault, verifyCheckpoints } from "./verify-checkpoints";
import { pinnedEntries, verifyLogEntries } from "./verify-log-entries";
import { verifyPublished } from "./verify-published";
import { verifyTrail } from "./verify-trail";

export interface DatabaseFinding {
  /** How many of each hold. */
  trail: number;
  entries: number;
  checkpoints: number;
  /** The first thing that does not hold, in a sentence that names it; null when all does. */
  fault: string | null;
}

export interface KnownOutside {
  /** The keys that may have signed; null when nobody knows any. */
  keys: readonly VerifierKey[] | null;
  /** A checkpoint that was kept outside the database; null when there is none. */
  kept: string | null;
}

/**
 * Walks the trail, the public log, its checkpoints and what readers are shown, in this order, as they are at one moment
 * when `sql` is a transaction.
 */
export async function verifyDatabase(
  sql: postgres.ISql,
  { keys, kept }: KnownOutside,
): Promise<DatabaseFinding> {
  const trail = await verifyTrail(sql, await pinnedEntries(sql));
  const found = { trail: trail.checked, entries: 0, checkpoints: 0 };
  if (trail.fault) {
    const { seq, fault } = trail.fault;
    return { ...found, fault: `Entry ${seq} of the trail: ${fault}.` };
  }
  const log = await verifyLogEntries(sql, trail.hashes);
  found.entries = log.tree.size;
  if (log.fault !== null) {
    const fault = log.fault.replace(/\.$/, "");
    return { ...found, fault: `Entry ${log.tree.size} of the public log: ${fault}.` };
  }
  const checkpoints = await verifyCheckpoints(sql, log.tree, keys);
  found.checkpoints = checkpoints.checked;
  const fault =
    checkpoints.fault ??
    keptFault(kept, log.tree, keys) ??
    (await verifyPublished(sql, log.records));
  return { ...found, fault };
}

function keptFault(
  kept: string | null,
  tree: MerkleTree,
  keys: readonly VerifierKey[] | null,
): string | null {
  const fault = kept === null ? null : checkpointFault(kept, tree, keys);
  return fault === null ? null : `The checkpoint kept outside the database: ${fault}`;
}

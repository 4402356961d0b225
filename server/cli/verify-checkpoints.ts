import type postgres from "postgres";

import { sameBytes, toHex } from "~/domain/log/bytes";
import { openCheckpoint, readCheckpoint } from "~/domain/log/checkpoint";
import type { MerkleTree } from "~/domain/log/merkle-tree";
import type { VerifierKey } from "~/domain/log/note-key";

/** What is wrong with a checkpoint that was kept somewhere; null when the log goes on from it. */
export function checkpointFault(
  note: string,
  tree: MerkleTree,
  keys: readonly VerifierKey[] | null,
): string | null {
  const read = keys === null ? readCheckpoint(note) : openCheckpoint(note, keys);
  if (!read.ok) return read.error;
  const { size, root } = read.value;
  if (size > tree.size) {
    return `it was signed over ${size} entries, and the log has ${tree.size}: the others have been taken away.`;
  }
  return sameBytes(tree.root(size), root)
    ? null
    : `it was signed over other entries than the first ${size} that are in the log now.`;
}

/** The first checkpoint kept in the database that does not hold, in words, and how many hold before it. */
export async function verifyCheckpoints(
  sql: postgres.ISql,
  tree: MerkleTree,
  keys: readonly VerifierKey[] | null,
): Promise<{ checked: number; fault: string | null }> {
  const rows = await sql<{ id: string; size: string; root: string; note: string }[]>`
    select id, size, root, note from public.log_checkpoints order by id`;
  let before = 0;
  for (const [checked, row] of rows.entries()) {
    const named = `Checkpoint ${row.id}, over ${row.size} entries:`;
    const fault = checkpointFault(row.note, tree, keys);
    if (fault !== null) return { checked, fault: `${named} ${fault}` };
    const read = readCheckpoint(row.note);
    const isSame =
      read.ok && read.value.size === Number(row.size) && toHex(read.value.root) === row.root;
    if (!isSame) return { checked, fault: `${named} its columns are not those of its note.` };
    if (Number(row.size) < before) return { checked, fault: `${named} an earlier one is longer.` };
    before = Number(row.size);
  }
  return { checked: rows.length, fault: null };
}

import type postgres from "postgres";

import { openCheckpoint, readCheckpoint } from "~/domain/log/checkpoint";
import { leafHash } from "~/domain/log/merkle-hash";
import { verifyConsistency } from "~/domain/log/merkle-proof";
import { MerkleTree } from "~/domain/log/merkle-tree";
import type { VerifierKey } from "~/domain/log/note-key";

/** Says whether the log of now begins with everything that an old checkpoint was signed over: 0 when so, 1 when not. */
export async function auditConsistency(
  sql: postgres.ISql,
  note: string,
  keys: readonly VerifierKey[] | null,
): Promise<number> {
  const old = keys === null ? readCheckpoint(note) : openCheckpoint(note, keys);
  if (!old.ok) {
    console.log(`The old checkpoint is of no use. ${old.error}`);
    return 1;
  }
  const tree = new MerkleTree();
  // The texts themselves: a hash that stands beside one proves nothing.
  const rows = sql<{ entry: string }[]>`
    select entry from public.log_entries order by index`.cursor(2000);
  for await (const batch of rows) for (const { entry } of batch) tree.append(leafHash(entry));
  const { size, root } = old.value;
  if (size > tree.size) {
    console.log(
      `The log was cut: it had ${size} entries when the old checkpoint was signed, and has ${tree.size}.`,
    );
    return 1;
  }
  const now = { size: tree.size, root: tree.root() };
  if (!verifyConsistency({ size, root }, now, tree.consistency(size))) {
    console.log(
      `The log was rewritten: its first ${size} entries are not those that the old checkpoint was signed over.`,
    );
    return 1;
  }
  console.log(
    `The log only grew. Its first ${size} entries are those that the old checkpoint was signed over, and ` +
      `${tree.size - size} have come since.` +
      (keys === null ? " Nobody says whose the old checkpoint is; name a key with --key." : ""),
  );
  return 0;
}

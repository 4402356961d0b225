import type { LogStore } from "~/commands/ports";
import { fromHex } from "~/domain/log/bytes";
import { MerkleTree } from "~/domain/log/merkle-tree";

/** The tree over the log, which is read on from where it ends. */
export interface GrowingTree {
  /** As far as it has been read. */
  tree: MerkleTree;
  /** Reads what has come since. */
  readOn(): Promise<void>;
}

export function growingTree(store: Pick<LogStore, "leavesFrom">): GrowingTree {
  const tree = new MerkleTree();
  let reading: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    for (;;) {
      const leaves = await store.leavesFrom(tree.size);
      if (leaves.length === 0) return;
      for (const leaf of leaves) {
        const hash = fromHex(leaf);
        if (hash === null) throw new Error(`Entry ${tree.size} of the log has no hash.`);
        tree.append(hash);
      }
    }
  }

  return {
    tree,
    // One after the other: two that read the same leaves would append them twice.
    readOn: () => (reading = reading.catch(() => undefined).then(read)),
  };
}

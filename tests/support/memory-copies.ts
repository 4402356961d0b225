import * as Y from "yjs";

import type { CopyId, LocalCopies } from "~/collab/local-copy";

/** Copies of one browser in memory, which outlive the pages that are opened on it. */
export function memoryCopies(): LocalCopies {
  const kept = new Map<string, { claimId: string; copy: CopyId; updates: Uint8Array[] }>();
  const nameOf = (claimId: string, { lineage, round }: CopyId) => `${claimId} ${lineage} ${round}`;
  return {
    all: (claimId) =>
      [...kept.values()].filter((one) => one.claimId === claimId).map(({ copy }) => copy),
    async open(claimId, copy, doc) {
      const name = nameOf(claimId, copy);
      const known = kept.get(name) ?? { claimId, copy, updates: [] };
      kept.set(name, known);
      for (const update of known.updates) Y.applyUpdate(doc, update);
      known.updates.push(Y.encodeStateAsUpdate(doc));
      doc.on("update", (update: Uint8Array) => void known.updates.push(update));
    },
    hold(claimId, copy, doc) {
      kept.set(nameOf(claimId, copy), { claimId, copy, updates: [Y.encodeStateAsUpdate(doc)] });
    },
    lasts: () => true,
    async read(claimId, copy) {
      const { updates } = kept.get(nameOf(claimId, copy)) ?? { updates: [] };
      return updates.length === 0 ? new Uint8Array([0, 0]) : Y.mergeUpdates(updates);
    },
    async discard(claimId, copy) {
      kept.delete(nameOf(claimId, copy));
    },
  };
}

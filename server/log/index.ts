import type { Logger } from "pino";

import type { LoggedEntry, LogStore, ProvedEntry, PublicLog } from "~/commands/ports";
import { toHex } from "~/domain/log/bytes";
import { formatKey } from "~/domain/log/note-key";
import { entryBundle, tileHashes, tileWidth } from "~/domain/log/tile";

import { growingTree } from "./growing-tree";
import { openSigner, type SignedCheckpoint, type Signer, type SignerSettings } from "./signer";

export type { SignerSettings } from "./signer";

/** What a log is called that was never signed: the site's address without its scheme. */
export function originOf(publicUrl: string | null): string {
  if (publicUrl === null) return "localhost/log";
  const { host, pathname } = new URL(publicUrl);
  return `${host}${pathname.replace(/\/+$/, "")}/log`;
}

/**
 * The public log of this process: reads and proves, and signs a checkpoint whenever the log has grown. Any number of
 * processes with one key may do so at once; they sign the same. Where nothing can be signed, everything else goes on, and
 * the log of the process says why.
 */
export function openPublicLog(
  store: LogStore,
  settings: SignerSettings,
  log: Pick<Logger, "error">,
): PublicLog & { /** Waits for what is being signed. */ end(): Promise<void> } {
  const growing = growingTree(store);
  const { tree } = growing;
  let opened: Promise<Signer> | null = null;
  let working: Promise<unknown> = Promise.resolve();

  function signer(): Promise<Signer> {
    opened ??= openSigner(store, settings).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  /** One after the other. Null where nothing is or can be signed. */
  function signed(): Promise<SignedCheckpoint | null> {
    const next = working.then(async () => {
      try {
        await growing.readOn();
        return tree.size === 0 ? null : await (await signer()).sign(tree);
      } catch (error) {
        log.error({ err: error }, "no checkpoint of the public log was signed");
        return null;
      }
    });
    working = next;
    return next;
  }

  const proved = ({ index, entry, record }: LoggedEntry, size: number): ProvedEntry => ({
    ...{ index, entry, record },
    inclusion: tree.inclusion(index, size).map(toHex),
  });

  return {
    checkpoint: async () => (await signed())?.note ?? null,

    async keys() {
      try {
        return (await signer()).keys.map(formatKey);
      } catch (error) {
        log.error({ err: error }, "the keys of the public log are not known");
        return [];
      }
    },

    entries: (start, end) => store.entries(start, end),

    async proof(index, asked) {
      const checkpoint = asked === undefined ? await signed() : await growing.readOn();
      const size = asked ?? checkpoint?.size ?? 0;
      if (index >= size || size > tree.size) return null;
      const [row] = await store.entries(index, index + 1);
      return row ? { ...proved(row, size), size } : null;
    },

    async consistency(first, second) {
      await growing.readOn();
      if (first > second || second > tree.size) return null;
      return tree.consistency(first, second).map(toHex);
    },

    async tile(tile) {
      if (tile.level !== "entries") {
        await growing.readOn();
        const hashes = tileHashes(tree, tile);
        return hashes && new Uint8Array(hashes);
      }
      const first = tile.index * tileWidth;
      const found = await store.entries(first, first + tile.width);
      return found.length === tile.width ? entryBundle(found.map(({ entry }) => entry)) : null;
    },

    text: (sha256) => store.text(sha256),

    async ofVerdict(claimId, publication) {
      const rows = await store.ofClaim(claimId);
      const checkpoint = await signed();
      const inTree = checkpoint ? rows.filter(({ index }) => index < checkpoint.size) : [];
      const published = inTree.find(
        ({ kind, publication: number }) =>
          number === publication && (kind === "published" || kind === "corrected"),
      );
      if (!checkpoint || !published) return null;
      const newest = inTree.findLast(
        ({ kind }) => kind !== "unpublished" && kind !== "republished",
      );
      const hasNotice =
        newest && (newest.kind === "retracted" || newest.kind === "correction_begun");
      return {
        v: 1,
        keys: (await signer()).keys.map(formatKey),
        checkpoint: checkpoint.note,
        publication: proved(published, checkpoint.size),
        notice: hasNotice ? proved(newest, checkpoint.size) : null,
      };
    },

    grown: () => void signed(),

    async end() {
      await working;
    },
  };
}

import fs from "node:fs";
import path from "node:path";

import type { LogStore } from "~/commands/ports";
import { sameBytes, toHex } from "~/domain/log/bytes";
import {
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
  type Checkpoint,
} from "~/domain/log/checkpoint";
import { signerKey, type SignerKey } from "~/domain/log/note-key";
import type { MerkleTree } from "~/domain/log/merkle-tree";

import { makeKeyFile, readKeyFile, readSeeds } from "./signing-key";

export interface SignerSettings {
  dataDir: string;
  /** As in the settings; null for the file in `dataDir`. */
  signingKey: string | null;
  /** What a log that was never signed is called: an address without its scheme. */
  origin: string;
}

/** The newest checkpoint with its note. */
export interface SignedCheckpoint extends Checkpoint {
  note: string;
}

export interface Signer {
  keys: readonly SignerKey[];
  /**
   * Signs all of the tree, unless that is what was signed last. Throws, and signs nothing, when the tree does not begin
   * with everything that was signed before.
   */
  sign(tree: MerkleTree): Promise<SignedCheckpoint | null>;
}

/** Opens the keys. Throws with what to do when the log was signed and the key is not there any more. */
export async function openSigner(store: LogStore, settings: SignerSettings): Promise<Signer> {
  const file = path.join(settings.dataDir, "log-checkpoint");
  const kept = [
    fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null,
    await store.newestCheckpoint(),
  ].flatMap((note) => (note === null ? [] : [note]));
  const known = kept.map((note) => {
    const read = readCheckpoint(note);
    if (!read.ok) throw new Error(`A checkpoint of the public log cannot be read. ${read.error}`);
    return { ...read.value, note };
  });
  const origin = known[0]?.origin ?? settings.origin;
  const keys = seedsOf(settings, known.length > 0).map((seed) => signerKey(origin, seed));
  let last = known.toSorted((one, other) => other.size - one.size)[0] ?? null;
  const isKept = kept.length > 1 && kept[0] === kept[1];
  let isSettled = isKept && last !== null && isByAll(last.note, keys);

  return {
    keys,
    async sign(tree) {
      for (const before of last === null ? known : [...known, last]) {
        if (before.size > tree.size) {
          throw new Error(
            `The public log has ${tree.size} entries, and ${before.size} were signed before. Nothing was signed.`,
          );
        }
        if (!sameBytes(tree.root(before.size), before.root)) {
          throw new Error(
            `The first ${before.size} entries of the public log are not those that were signed before. Nothing was signed.`,
          );
        }
      }
      if (tree.size === 0 || (isSettled && last?.size === tree.size)) return last;
      const next = { origin, size: tree.size, root: tree.root() };
      const note = signCheckpoint(next, keys);
      await store.keepCheckpoint({ size: next.size, root: toHex(next.root), note });
      writeWhole(file, note);
      last = { ...next, note };
      known.length = 0;
      isSettled = true;
      return last;
    },
  };
}

function seedsOf({ signingKey, dataDir }: SignerSettings, wasSigned: boolean): Uint8Array[] {
  const seeds = signingKey === null ? readKeyFile(dataDir) : readSeeds(signingKey);
  if (seeds !== null) return seeds;
  if (!wasSigned) return makeKeyFile(dataDir);
  throw new Error(
    "The key that signed the public log is not here, and no other one is made in its place. Set SIGNING_KEY, or put " +
      "signing-key.pem back into DATA_DIR. Until then nothing is signed.",
  );
}

const isByAll = (note: string, keys: readonly SignerKey[]): boolean =>
  keys.every((key) => openCheckpoint(note, [key]).ok);

/** Whole or not at all. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, file);
}

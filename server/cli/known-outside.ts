import fs from "node:fs";
import path from "node:path";

import { readCheckpoint } from "~/domain/log/checkpoint";
import { parseKeys, signerKey, type VerifierKey } from "~/domain/log/note-key";
import { fail, ok, type Result } from "~/domain/result";

import type { Config } from "../config";
import { readKeyFile, readSeeds } from "../log/signing-key";
import { readText } from "./read-text";

/** Null when the server has signed nothing on this machine. */
export function keptCheckpoint(dataDir: string): string | null {
  const file = path.join(dataDir, "log-checkpoint");
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : null;
}

/**
 * The keys to check checkpoints with: those of a file, or else those that the server on this machine signs with, under the
 * name that stands in `note`. Null when nobody knows any.
 */
export async function knownKeys(
  file: string | undefined,
  config: Config,
  note: string | null,
): Promise<Result<VerifierKey[] | null, string>> {
  if (file !== undefined) {
    const text = await readText(file);
    return text.ok ? parseKeys(text.value) : text;
  }
  const seeds =
    config.signingKey === null ? readKeyFile(config.dataDir) : readSeeds(config.signingKey);
  const read = note === null ? null : readCheckpoint(note);
  if (seeds === null || read === null) return ok(null);
  if (!read.ok) return fail(`A checkpoint cannot be read. ${read.error}`);
  return ok(seeds.map((seed) => signerKey(read.value.origin, seed)));
}

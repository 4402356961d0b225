import { fail, ok, type Result } from "../result";
import { fromBase64, toBase64 } from "./bytes";
import { isKeyName, type SignerKey, type VerifierKey } from "./note-key";
import { parseNote, signersOf, signNote } from "./signed-note";

/** What a log commits itself to: how many entries it has, and the root over them (c2sp.org/tlog-checkpoint). */
export interface Checkpoint {
  /** The log's name, which is also the name of its keys. */
  origin: string;
  size: number;
  /** 32 bytes. */
  root: Uint8Array;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

export function parseCheckpointText(text: string): Result<Checkpoint, string> {
  const [origin = "", digits = "", base64 = "", ...more] = text.split("\n");
  const size = /^(?:0|[1-9]\d{0,15})$/.test(digits) ? Number(digits) : NaN;
  const root = fromBase64(base64);
  // Lines that extend a checkpoint are signed and mean nothing to us; the last one is empty.
  if (origin === "" || !Number.isSafeInteger(size) || root?.length !== 32 || more.length === 0) {
    return fail("It is no checkpoint: its first lines are not a name, a size and a root.");
  }
  if (more.slice(0, -1).includes("")) return fail("It is no checkpoint: it has an empty line.");
  return ok({ origin, size, root });
}

export function signCheckpoint(checkpoint: Checkpoint, signers: readonly SignerKey[]): string {
  if (!isKeyName(checkpoint.origin)) throw new TypeError("No log can have this name");
  return signNote(checkpointText(checkpoint), signers);
}

/** The checkpoint in a note and whether one of these keys, which must bear the log's name, signed it. */
export function openCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
): Result<Checkpoint & { signers: VerifierKey[] }, string> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const checkpoint = parseCheckpointText(parsed.value.text);
  if (!checkpoint.ok) return checkpoint;
  const { origin } = checkpoint.value;
  const signers = signersOf(
    parsed.value,
    keys.filter(({ name }) => name === origin),
  );
  return signers.ok ? ok({ ...checkpoint.value, signers: signers.value }) : signers;
}

/** The checkpoint in a note, whoever signed it. */
export function readCheckpoint(note: string): Result<Checkpoint, string> {
  const parsed = parseNote(note);
  return parsed.ok ? parseCheckpointText(parsed.value.text) : parsed;
}

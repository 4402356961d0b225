import { fail, ok, type Result } from "../result";
import { fromHex } from "./bytes";
import type { ProvedEntry } from "./bundle";
import type { Checkpoint } from "./checkpoint";
import { parseLogEntry, type LogEntry } from "./log-entry";
import { leafHash, sha256Hex } from "./merkle-hash";
import { verifyInclusion } from "./merkle-proof";
import { parseRecord, type PublicRecord } from "./public-record";

/** An entry that is in the tree of a checkpoint, with the record that it has the hash of. */
export interface VerifiedEntry {
  entry: LogEntry;
  record: PublicRecord;
}

/** An entry and its record, when the record and the signed content in it are those that the entry names. */
export function readEntry(entryText: string, recordText: string): Result<VerifiedEntry, string> {
  const entry = parseLogEntry(entryText);
  if (!entry.ok) return fail(`The text of the log’s entry is not right. ${entry.error}`);
  const { index, kind, claim, publication, contentHash, recordHash } = entry.value;
  if (sha256Hex(recordText) !== recordHash) {
    return fail(`What readers were told is not what entry ${index} of the log stands for.`);
  }
  const record = parseRecord(recordText);
  if (!record.ok) return fail(`The record of entry ${index} is not right. ${record.error}`);
  const told = record.value;
  const isSame =
    told.kind === kind &&
    told.slug === claim &&
    told.number === publication &&
    told.contentHash === contentHash;
  if (!isSame) return fail(`Entry ${index} of the log and its record are about different things.`);
  if ("content" in told && sha256Hex(told.content) !== contentHash) {
    return fail(`The content in the record does not have the hash that entry ${index} names.`);
  }
  return ok({ entry: entry.value, record: told });
}

/** The same, and whether the entry stands at its place of the checkpoint’s tree. */
export function verifyEntry(
  given: ProvedEntry,
  checkpoint: Checkpoint,
): Result<VerifiedEntry, string> {
  const { size, root } = checkpoint;
  const { index, entry } = given;
  const hashes = given.inclusion.flatMap((hash) => fromHex(hash) ?? []);
  if (!verifyInclusion({ index, size, leaf: leafHash(entry), root }, hashes)) {
    return fail(
      `Entry ${index} is not in the log that the checkpoint stands for, or not as it is here.`,
    );
  }
  const read = readEntry(entry, given.record);
  if (!read.ok || read.value.entry.index === index) return read;
  return fail(`Entry ${index} of the log says that it has number ${read.value.entry.index}.`);
}

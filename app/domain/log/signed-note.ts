import { ed25519 } from "@noble/curves/ed25519.js";

import { fail, ok, type Result } from "../result";
import { fromBase64, joined, sameBytes, toBase64, utf8 } from "./bytes";
import { isKeyName, type SignerKey, type VerifierKey } from "./note-key";

/** One signature of a note, whoever's. */
export interface NoteSignature {
  name: string;
  /** 4 bytes. */
  id: Uint8Array;
  signature: Uint8Array;
}

/** A signed text (c2sp.org/signed-note). `text` ends with a line feed, which is signed too. */
export interface SignedNote {
  text: string;
  signatures: NoteSignature[];
}

/** More than this is no note of ours, and nobody has to check it. */
const most = { characters: 100_000, signatures: 100 };

export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, id, signature }) => `— ${name} ${toBase64(joined(id, signature))}\n`,
  );
  return `${text}\n${lines.join("")}`;
}

export function parseNote(note: string): Result<SignedNote, string> {
  if (note.length > most.characters) return fail("It is too long to be a signed note.");
  const gap = note.lastIndexOf("\n\n");
  // Only line feeds are allowed among the characters that are not to be seen.
  if (gap < 1 || !note.endsWith("\n") || hasControls(note) || /\p{Cs}/u.test(note)) {
    return fail("It is no signed note.");
  }
  const lines = note.slice(gap + 2, -1).split("\n");
  if (lines.length > most.signatures) return fail("It has too many signatures.");
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = "", base64 = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = fromBase64(base64);
    if (!isKeyName(name) || bytes === null || bytes.length < 5) {
      return fail("One of its signatures is not written as signatures are.");
    }
    signatures.push({ name, id: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return ok({ text: note.slice(0, gap + 1), signatures });
}

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 10) return true;
  }
  return false;
}

/** @param text ends with a line feed and holds no blank line at its end. */
export function signNote(text: string, signers: readonly SignerKey[]): string {
  if (!text.endsWith("\n")) throw new TypeError("A note’s text ends with a line feed");
  const signatures = signers.map(({ name, id, seed }) => ({
    ...{ name, id },
    signature: ed25519.sign(utf8(text), seed),
  }));
  return formatNote({ text, signatures });
}

/**
 * Which of these keys signed the note. Signatures by other keys say nothing; one by a known key that is wrong makes the
 * whole note wrong.
 */
export function signersOf(
  note: SignedNote,
  keys: readonly VerifierKey[],
): Result<VerifierKey[], string> {
  const signed = utf8(note.text);
  const found = new Set<VerifierKey>();
  for (const { name, id, signature } of note.signatures) {
    const key = keys.find((known) => known.name === name && sameBytes(known.id, id));
    if (key === undefined) continue;
    if (!isSignature(signature, signed, key.publicKey)) {
      return fail(`The signature of “${name}” does not belong to this text.`);
    }
    found.add(key);
  }
  return found.size > 0 ? ok([...found]) : fail("None of the known keys signed it.");
}

function isSignature(signature: Uint8Array, signed: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    // As strictly as RFC 8032 has it, so that other programs come to the same answer.
    return ed25519.verify(signature, signed, publicKey, { zip215: false });
  } catch {
    return false;
  }
}

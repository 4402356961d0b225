import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";

import { fail, ok, type Result } from "../result";
import { fromBase64, fromHex, joined, sameBytes, toBase64, toHex, utf8 } from "./bytes";

/** A key that notes are checked with (c2sp.org/signed-note). */
export interface VerifierKey {
  name: string;
  /** 4 bytes. */
  id: Uint8Array;
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array;
}

/** A key that notes are signed with. */
export interface SignerKey extends VerifierKey {
  /** Ed25519, 32 bytes; never leaves the server. */
  seed: Uint8Array;
}

const ed25519Mark = Uint8Array.of(1);

/** A name of a key as notes allow it: not empty, without spaces and plus signs. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{C}]+$/u.test(name);

/** Throws for a name that no key can have and for a key that is not 32 bytes. */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw new TypeError(`No key can have the name “${name}”`);
  if (publicKey.length !== 32) throw new TypeError("An Ed25519 key has 32 bytes");
  const id = sha256(joined(utf8(`${name}\n`), ed25519Mark, publicKey)).slice(0, 4);
  return { name, id, publicKey };
}

/** @param seed 32 random bytes. */
export function signerKey(name: string, seed: Uint8Array): SignerKey {
  return { ...verifierKey(name, ed25519.getPublicKey(seed)), seed };
}

/** As one line of text: name, id in hexadecimal digits, and kind and key in base64, with plus signs between them. */
export function formatKey({ name, id, publicKey }: VerifierKey): string {
  return `${name}+${toHex(id)}+${toBase64(joined(ed25519Mark, publicKey))}`;
}

export function parseKey(line: string): Result<VerifierKey, string> {
  const [, name = "", hex = "", base64 = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(line) ?? [];
  const id = fromHex(hex);
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || id?.length !== 4 || bytes === null) {
    return fail("It is no key in the form name+id+key.");
  }
  if (bytes.length !== 33 || bytes[0] !== 1) return fail("It is no Ed25519 key.");
  const key = verifierKey(name, bytes.slice(1));
  return sameBytes(key.id, id) ? ok(key) : fail("Its id does not belong to its name and key.");
}

/** The keys of a file, one on each line; blank lines and those that begin with # say nothing. */
export function parseKeys(text: string): Result<VerifierKey[], string> {
  const keys: VerifierKey[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const key = parseKey(line.trim());
    if (!key.ok) return fail(`Line ${at + 1} is not right. ${key.error}`);
    keys.push(key.value);
  }
  return keys.length > 0 ? ok(keys) : fail("There is no key in it.");
}

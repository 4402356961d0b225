import { sha256 } from "@noble/hashes/sha2.js";

import { joined, toHex, utf8 } from "./bytes";

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The hash of an entry (RFC 6962, 2.1): over a zero byte and the entry, which for a text are its UTF-8 bytes. */
export function leafHash(entry: string | Uint8Array): Uint8Array {
  return sha256(joined(leafMark, typeof entry === "string" ? utf8(entry) : entry));
}

/** The hash of two hashes (RFC 6962, 2.1): over a one byte, the left and the right. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(joined(nodeMark, left, right));
}

/** The hash of a tree with nothing in it. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array());

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
export const sha256Hex = (text: string): string => toHex(sha256(utf8(text)));

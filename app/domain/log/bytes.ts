import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";

export const joined = (...parts: Uint8Array[]): Uint8Array => concatBytes(...parts);
export const toHex = (bytes: Uint8Array): string => bytesToHex(bytes);
export const utf8 = (text: string): Uint8Array => utf8ToBytes(text);

/** Null unless it is an even number of lower case hexadecimal digits. */
export function fromHex(text: string): Uint8Array | null {
  return text.length % 2 === 0 && /^[0-9a-f]*$/.test(text) ? hexToBytes(text) : null;
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Null unless it is exactly what `toBase64` writes: other spellings of the same bytes would be other signed texts. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

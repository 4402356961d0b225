/** The text in bytes that declare their encoding by a byte order mark, or are UTF-8; null when they are neither. */
export function decodeStrict(bytes: Uint8Array): string | null {
  const marked = markedEncoding(bytes);
  try {
    return new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * The text of a page, decoded as a browser would: by its byte order mark, the charset of its header, the charset in
 * its first 1024 bytes, as UTF-8 when it is, and else as windows-1252. Bytes that do not fit become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType = ""): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  const start = windows1252(bytes.subarray(0, 1024));
  const declared =
    decoderFor(charsetIn(contentType)) ??
    decoderFor(charsetIn(/<meta[^>]*charset[^>]*>/i.exec(start)?.[0]));
  if (declared?.encoding === "windows-1252") return windows1252(bytes);
  if (declared !== null && declared.encoding !== "utf-8") return declared.decode(bytes);
  return decodeStrict(bytes) ?? declared?.decode(bytes) ?? windows1252(bytes);
}

// What windows-1252 has where ISO 8859-1 has control characters, from 0x80 to 0x9f.
const printed = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** By hand, because some releases of Node read windows-1252 as ISO 8859-1 and lose its quotation marks. */
function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (letter) => printed.charAt(letter.charCodeAt(0) - 0x80));
}

/** The encoding that a byte order mark announces. */
export function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function charsetIn(declaration = ""): string | null {
  return /charset\s*=[\s"']*([\w.:-]{1,40})/i.exec(declaration)?.[1] ?? null;
}

function decoderFor(label: string | null): TextDecoder | null {
  // A page whose declaration could be read byte by byte is not UTF-16, whatever it declares.
  if (label === null || /^utf-?16/i.test(label)) return null;
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";

import { fail, ok } from "~/domain/result";
import type { Result } from "~/domain/result";

/** A NUL here and there is dirt; from this share on the bytes are no text, or one in UTF-16. */
const binaryShare = 1 / 16;

/** Reads a text in UTF-8 from a file, or from standard input for `-`. Offsets count everything in it. */
export async function readText(file: string): Promise<Result<string, string>> {
  const name = file === "-" ? "Standard input" : `“${file}”`;
  let bytes: Buffer;
  try {
    bytes = file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    return fail(
      `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (nuls(bytes) > bytes.length * binaryShare) {
    return fail(`${name} is not a text: it has NUL bytes in it.`);
  }
  const text = decode(bytes);
  if (text === null) return fail(`${name} is not a text in UTF-8.`);
  return text.trim() === "" ? fail(`${name} is empty.`) : ok(text);
}

function nuls(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at >= 0; at = bytes.indexOf(0, at + 1)) count += 1;
  return count;
}

/** Half characters that some programs write as three bytes each are kept; null where the bytes are not UTF-8. */
function decode(bytes: Buffer): string | null {
  // A byte order mark is part of the input, so that the offsets count it.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  let from = 0;
  try {
    for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1)) {
      const [second = 0, third = 0] = [bytes[at + 1], bytes[at + 2]];
      if (second < 0xa0 || second > 0xbf || third < 0x80 || third > 0xbf) continue;
      text += decoder.decode(bytes.subarray(from, at));
      text += String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
      from = at + 3;
    }
    return text + decoder.decode(bytes.subarray(from));
  } catch {
    return null;
  }
}

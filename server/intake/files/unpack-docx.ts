import { unzipSync, zipSync } from "fflate";

import { fail, ok, type Result } from "~/domain/result";

import { brokenDocx, encrypted, otherArchive, withDoctype, withMacros, zipBomb } from "./problem";

const mostEntries = 2_000;
/** Of what is read, unpacked. A novel of a thousand pages has a tenth of it. */
const mostUnpacked = 40_000_000;
/** How often larger than packed a whole file may be before it counts as a bomb, once it is large. */
const mostRatio = 200;

export interface UnpackedDocx {
  /** A new archive, of the checked parts alone and not packed, so that who reads it unpacks nothing more. */
  repacked: Uint8Array;
  core: string | null;
}

/**
 * Takes what is text out of a Word document. What an entry says of its size is checked before it is unpacked, and no
 * entry can unpack to more than it says. Pictures, fonts and everything that can be a program stay packed.
 */
export function unpackDocx(bytes: Uint8Array): Result<UnpackedDocx, string> {
  let entries = 0;
  let declared = 0;
  let hasMacros = false;
  let isEncrypted = false;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter({ name, originalSize, size }) {
        entries += 1;
        declared += originalSize;
        hasMacros ||= /vbaProject|\.bin$.*macro|macros?\//i.test(name);
        isEncrypted ||= /^EncryptedPackage$/i.test(name);
        if (entries > mostEntries || isTooMuch(declared, bytes.byteLength)) throw new Bomb();
        if (size > bytes.byteLength) throw new Bomb();
        return /^(?:\[Content_Types\]|_rels\/\.rels|word\/(?:[^/]+|_rels\/[^/]+)|docProps\/core)(?:\.xml(?:\.rels)?)?$/i.test(
          name,
        );
      },
    });
  } catch (error) {
    return fail(error instanceof Bomb || hasGrown(error) ? zipBomb : brokenDocx);
  }
  if (isEncrypted) return fail(encrypted);
  const types = parts["[Content_Types].xml"];
  if (types === undefined) return fail(otherArchive);
  if (hasMacros || /macroEnabled/i.test(textOf(types))) return fail(withMacros);
  if (parts["word/document.xml"] === undefined) return fail(otherArchive);
  const xml = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/i.test(name));
  // The format forbids document types; they are of use only to who attacks.
  if (xml.some(([, part]) => /<!(?:DOCTYPE|ENTITY)/i.test(textOf(part)))) return fail(withDoctype);
  const core = parts["docProps/core.xml"];
  return ok({
    repacked: zipSync(Object.fromEntries(xml), { level: 0 }),
    core: core === undefined ? null : textOf(core),
  });
}

class Bomb extends Error {}

const isTooMuch = (unpacked: number, packed: number): boolean =>
  unpacked > mostUnpacked * 5 || (unpacked > mostUnpacked && unpacked > packed * mostRatio);

/** An entry that goes on after the size that it declared does not fit into the room that was made for it. */
const hasGrown = (error: unknown): boolean => error instanceof RangeError;

/** Read without its zero bytes, so that another encoding hides nothing from who looks for words of ASCII. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder().decode(bytes.includes(0) ? bytes.filter((byte) => byte !== 0) : bytes);

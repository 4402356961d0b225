import type { MerkleTree } from "./merkle-tree";

/** How many hashes or entries a full tile has. */
export const tileWidth = 256;

/** A tile of the log as c2sp.org/tlog-tiles names it: hashes of one level, or entries themselves. */
export interface Tile {
  /** 0 for the leaves; each level's hashes stand for 256 times as many leaves as those of the one below. */
  level: number | "entries";
  index: number;
  /** From 1 to 256; fewer than 256 at the end of the log alone. */
  width: number;
}

const shape = /^(entries|0|[1-5]?\d|6[0-3])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads what stands after `/tile/` in an address. Null for what names no tile, or names it in another form. */
export function readTilePath(path: string): Tile | null {
  const [, level, index = "", width] = shape.exec(path) ?? [];
  if (level === undefined) return null;
  const tile = {
    level: level === "entries" ? ("entries" as const) : Number(level),
    index: Number(index.replaceAll(/[x/]/g, "")),
    width: width === undefined ? tileWidth : Number(width),
  };
  const isThere = tile.width <= tileWidth && Number.isSafeInteger(tile.index * tileWidth);
  return isThere && tilePath(tile) === path ? tile : null;
}

/** The one address of a tile. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const parts = padded.match(/\d{3}/g) ?? [];
  const named = parts.map((part, place) => (place < parts.length - 1 ? `x${part}` : part));
  return `${level}/${named.join("/")}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** The hashes of a tile one after the other, 32 bytes each; null where the tree does not have all of them. */
export function tileHashes(tree: MerkleTree, { level, index, width }: Tile): Uint8Array | null {
  if (level === "entries" || width > tileWidth) return null;
  const bytes = new Uint8Array(width * 32);
  for (let place = 0; place < width; place += 1) {
    const hash = tree.complete(8 * level, index * tileWidth + place);
    if (hash === null) return null;
    bytes.set(hash, place * 32);
  }
  return bytes;
}

/** Entries one after the other, each after its length in two bytes, the higher first. Throws for one of 64 kB or more. */
export function entryBundle(entries: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts = entries.flatMap((entry) => {
    const bytes = encoder.encode(entry);
    if (bytes.length > 0xffff) throw new RangeError("An entry of the log is too long for a tile");
    return [new Uint8Array([bytes.length >> 8, bytes.length & 0xff]), bytes];
  });
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

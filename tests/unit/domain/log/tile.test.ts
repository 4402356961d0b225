import { createHash } from "node:crypto";

import fc from "fast-check";
import { expect, test } from "vitest";

import { leafHash, nodeHash } from "~/domain/log/merkle-hash";
import { MerkleTree } from "~/domain/log/merkle-tree";
import { entryBundle, readTilePath, tileHashes, tilePath } from "~/domain/log/tile";

const entry = (n: number) => `entry ${n}`;
const leaf = (n: number) => leafHash(new TextEncoder().encode(entry(n)));
const tree = new MerkleTree(Array.from({ length: 70_000 }, (_, n) => leaf(n)));

const sliced = (bytes: Uint8Array | null) =>
  Array.from({ length: (bytes?.length ?? 0) / 32 }, (_, n) => bytes?.slice(n * 32, n * 32 + 32));

/** RFC 6962’s root, from the definition. */
function rootOf(hashes: Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  let half = 1;
  while (half * 2 < hashes.length) half *= 2;
  return nodeHash(rootOf(hashes.slice(0, half)), rootOf(hashes.slice(half)));
}

// The examples of c2sp.org/tlog-tiles.
test.each([
  ["0/x001/x234/067", { level: 0, index: 1_234_067, width: 256 }],
  ["0/x001/x234/067.p/1", { level: 0, index: 1_234_067, width: 1 }],
  ["1/000.p/112", { level: 1, index: 0, width: 112 }],
  ["entries/x001/255", { level: "entries", index: 1_255, width: 256 }],
  ["63/999", { level: 63, index: 999, width: 256 }],
] as const)("%s names a tile", (path, tile) => {
  expect(readTilePath(path)).toEqual(tile);
  expect(tilePath(tile)).toBe(path);
});

test.each([
  ...["", "0", "0/", "0/0", "0/00", "0/0000", "0/x000/001", "00/000", "64/000", "-1/000"],
  ...["0/000.p/0", "0/000.p/256", "0/000.p/257", "0/000.p/01", "0/000/p/1", "0/001/002", "0/000.p"],
  ...["data/000", "0/x001", "0/../000", "0/x999/x999/x999/x999/x999/999"],
])("%s names none", (path) => {
  expect(readTilePath(path)).toBeNull();
});

test("every tile has one address", () => {
  fc.assert(
    fc.property(
      fc.nat(63),
      fc.nat(999_999_999),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        expect(readTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      },
    ),
  );
});

test("a tile has the hashes of its level, and the root can be made of tiles alone", () => {
  expect(sliced(tileHashes(tree, { level: 0, index: 1, width: 3 }))).toEqual(
    [256, 257, 258].map(leaf),
  );
  const second = sliced(tileHashes(tree, { level: 1, index: 0, width: 256 }));
  const below = sliced(tileHashes(tree, { level: 0, index: 7, width: 256 }));
  expect(second[7]).toEqual(rootOf(below.flatMap((hash) => (hash ? [hash] : []))));
  const third = sliced(tileHashes(tree, { level: 2, index: 0, width: 1 }));
  const all = second.flatMap((hash) => (hash ? [hash] : []));
  expect(third[0]).toEqual(rootOf(all));
  expect(third[0]).toEqual(tree.root(65_536));
});

test("what the log does not reach is no tile", () => {
  const last = Math.floor(70_000 / 256);
  expect(tileHashes(tree, { level: 0, index: last, width: 70_000 % 256 })).not.toBeNull();
  expect(tileHashes(tree, { level: 0, index: last, width: (70_000 % 256) + 1 })).toBeNull();
  expect(tileHashes(tree, { level: 1, index: 1, width: 18 })).toBeNull();
  expect(tileHashes(tree, { level: 2, index: 0, width: 2 })).toBeNull();
  expect(tileHashes(tree, { level: 63, index: 0, width: 1 })).toBeNull();
});

test("entries stand after their lengths, and their hashes are the leaves", () => {
  const bundle = Buffer.from(entryBundle([entry(0), "ä".repeat(200)]));
  expect(bundle.readUInt16BE(0)).toBe(7);
  expect(bundle.subarray(2, 9).toString()).toBe("entry 0");
  expect(bundle.readUInt16BE(9)).toBe(400);
  expect(bundle.length).toBe(2 + 7 + 2 + 400);
  const hash = createHash("sha256").update(Buffer.concat([Buffer.of(0), bundle.subarray(2, 9)]));
  expect(new Uint8Array(hash.digest())).toEqual(leaf(0));
  expect(() => entryBundle(["a".repeat(65_536)])).toThrow(RangeError);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fromHex, toHex } from "~/domain/log/bytes";
import { leafHash } from "~/domain/log/merkle-hash";
import { verifyConsistency, verifyInclusion } from "~/domain/log/merkle-proof";
import { MerkleTree } from "~/domain/log/merkle-tree";

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** The reference leaves, roots and proofs of Certificate Transparency for RFC 6962. */
const leaves = [
  ...["", "00", "10", "2021", "3031", "40414243", "5051525354555657"],
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHash(bytes(hex)));
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const root = (size: number) => bytes(roots[size] ?? "");
const hash = {
  first: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  second: "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  firstTwo: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  secondTwo: "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  firstFour: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  secondFour: "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  fifth: "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  fifthAndSixth: "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  lastTwo: "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
};

describe("the reference vectors", () => {
  const tree = new MerkleTree(leaves);

  it.each(roots.map((expected, size) => ({ size, expected })))(
    "give the root of $size leaves",
    ({ size, expected }) => {
      expect(toHex(tree.root(size))).toBe(expected);
      expect(toHex(new MerkleTree(leaves.slice(0, size)).root())).toBe(expected);
    },
  );

  it.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [hash.second, hash.secondTwo, hash.secondFour] },
    { index: 5, size: 8, proof: [hash.fifth, hash.lastTwo, hash.firstFour] },
    { index: 2, size: 3, proof: [hash.firstTwo] },
    { index: 1, size: 5, proof: [hash.first, hash.secondTwo, hash.fifth] },
  ])("give the inclusion proof of leaf $index among $size", ({ index, size, proof }) => {
    expect(tree.inclusion(index, size).map(toHex)).toEqual(proof);
    const leaf = leaves[index] ?? new Uint8Array();
    expect(verifyInclusion({ index, size, leaf, root: root(size) }, proof.map(bytes))).toBe(true);
  });

  it.each([
    { first: 1, second: 1, proof: [] },
    { first: 1, second: 8, proof: [hash.second, hash.secondTwo, hash.secondFour] },
    { first: 6, second: 8, proof: [hash.fifthAndSixth, hash.lastTwo, hash.firstFour] },
    { first: 2, second: 5, proof: [hash.secondTwo, hash.fifth] },
  ])("give the consistency proof from $first to $second", ({ first, second, proof }) => {
    expect(tree.consistency(first, second).map(toHex)).toEqual(proof);
    const [before, after] = [first, second].map((size) => ({ size, root: root(size) }));
    if (!before || !after) throw new Error("never");
    expect(verifyConsistency(before, after, proof.map(bytes))).toBe(true);
  });
});

const treeOf = (size: number) =>
  new MerkleTree(Array.from({ length: size }, (_, at) => leafHash(`entry ${at}`)));
const forest = treeOf(600);

/** One bit of one hash of the proof turned over. */
function oneBitOff(proof: readonly Uint8Array[], bit: number): Uint8Array[] {
  const at = bit % (proof.length * 256);
  return proof.map((hash, place) =>
    hash.map((byte, i) => (place * 32 + i === Math.floor(at / 8) ? byte ^ (1 << (at % 8)) : byte)),
  );
}

describe("of any tree", () => {
  const places = fc
    .integer({ min: 1, max: 600 })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
  const leafAt = (index: number) => leafHash(`entry ${index}`);

  it("the proof of any leaf holds, for its own leaf, place, size and root alone", () => {
    fc.assert(
      fc.property(places, fc.nat(), ([size, index], bit) => {
        const proof = forest.inclusion(index, size);
        const claimed = { index, size, leaf: leafAt(index), root: forest.root(size) };
        expect(verifyInclusion(claimed, proof)).toBe(true);
        expect(verifyInclusion({ ...claimed, index: index + 1 }, proof)).toBe(false);
        expect(verifyInclusion({ ...claimed, leaf: leafHash("other") }, proof)).toBe(false);
        expect(verifyInclusion({ ...claimed, root: leafHash("other") }, proof)).toBe(false);
        expect(verifyInclusion(claimed, [...proof, leafHash("more")])).toBe(false);
        if (proof.length === 0) return;
        expect(verifyInclusion(claimed, proof.slice(1))).toBe(false);
        expect(verifyInclusion(claimed, oneBitOff(proof, bit))).toBe(false);
      }),
    );
  });

  it("the proof of growth holds between any two sizes, for their own roots alone", () => {
    fc.assert(
      fc.property(places, fc.nat(), ([second, first], bit) => {
        const proof = forest.consistency(first, second);
        const before = { size: first, root: forest.root(first) };
        const after = { size: second, root: forest.root(second) };
        expect(verifyConsistency(before, after, proof)).toBe(true);
        expect(verifyConsistency(before, after, [...proof, leafHash("more")])).toBe(false);
        if (proof.length === 0) return;
        expect(verifyConsistency(before, { ...after, root: leafHash("x") }, proof)).toBe(false);
        expect(verifyConsistency({ ...before, root: leafHash("x") }, after, proof)).toBe(false);
        expect(verifyConsistency(before, after, proof.slice(1))).toBe(false);
        expect(verifyConsistency(before, after, oneBitOff(proof, bit))).toBe(false);
      }),
    );
  });

  it("its root at an earlier size is that of the smaller tree", () => {
    fc.assert(
      fc.property(fc.nat(40), (size) => {
        expect(toHex(forest.root(size))).toBe(toHex(treeOf(size).root()));
      }),
    );
  });

  it("a size or a place that no tree has is no proof, and nothing is asked of a tree beyond its end", () => {
    const [leaf, root] = [leafAt(0), leafAt(0)];
    for (const [index, size] of [
      ...[
        [0, 0],
        [1, 1],
        [-1, 1],
        [0.5, 1],
        [0, NaN],
      ],
      [0, 2 ** 60],
    ] as [number, number][]) {
      expect(verifyInclusion({ index, size, leaf, root }, [])).toBe(false);
    }
    expect(() => forest.inclusion(600)).toThrow(RangeError);
    expect(() => forest.root(601)).toThrow(RangeError);
    expect(() => forest.consistency(5, 4)).toThrow(RangeError);
  });
});

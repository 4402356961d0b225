import { emptyRoot, nodeHash } from "./merkle-hash";

/**
 * The Merkle tree of RFC 6962 over leaf hashes that are added one after the other. It keeps the hash of every complete
 * subtree, so that roots and proofs, of its present size and of any earlier one, take a few hashes and no walk over all
 * leaves. Sizes and places count from 0 and are whole numbers; a call that asks beyond what is there throws.
 */
export class MerkleTree {
  /** `levels[h][i]` is the hash of the complete subtree over the 2^h leaves from i * 2^h on. */
  readonly #levels: Uint8Array[][] = [[]];

  constructor(leaves: Iterable<Uint8Array> = []) {
    for (const leaf of leaves) this.append(leaf);
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  append(leaf: Uint8Array): void {
    let hash = leaf;
    for (let height = 0; ; height += 1) {
      const level = (this.#levels[height] ??= []);
      level.push(hash);
      const left = level.at(-2);
      if (level.length % 2 === 1 || left === undefined) return;
      hash = nodeHash(left, hash);
    }
  }

  /** The hash over the `2^height` leaves from `index * 2^height` on; null where not all of them are there. */
  complete(height: number, index: number): Uint8Array | null {
    return this.#levels[height]?.[index] ?? null;
  }

  /** The root of the first `size` leaves. */
  root(size = this.size): Uint8Array {
    this.#expect(size >= 0 && size <= this.size);
    return size === 0 ? emptyRoot() : this.#hashOf(0, size);
  }

  /** What, together with the leaf at `index`, leads to the root of the first `size` leaves (RFC 6962, 2.1.1). */
  inclusion(index: number, size = this.size): Uint8Array[] {
    this.#expect(index >= 0 && index < size && size <= this.size);
    return this.#path(index, 0, size);
  }

  /** What shows that the first `size` leaves begin with the first `earlier` ones (RFC 6962, 2.1.2). */
  consistency(earlier: number, size = this.size): Uint8Array[] {
    this.#expect(earlier >= 0 && earlier <= size && size <= this.size);
    return earlier === 0 || earlier === size ? [] : this.#growth(earlier, 0, size, true);
  }

  #expect(isThere: boolean): void {
    if (!isThere) throw new RangeError(`The tree has ${this.size} leaves`);
  }

  #path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const middle = start + leftHalf(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#hashOf(middle, end)]
      : [...this.#path(index, middle, end), this.#hashOf(start, middle)];
  }

  #growth(earlier: number, start: number, end: number, isWhole: boolean): Uint8Array[] {
    if (earlier === end) return isWhole ? [] : [this.#hashOf(start, end)];
    const middle = start + leftHalf(end - start);
    return earlier <= middle
      ? [...this.#growth(earlier, start, middle, isWhole), this.#hashOf(middle, end)]
      : [...this.#growth(earlier, middle, end, false), this.#hashOf(start, middle)];
  }

  #hashOf(start: number, end: number): Uint8Array {
    const size = end - start;
    const height = Math.log2(size);
    if (Number.isInteger(height)) {
      const kept = this.#levels[height]?.[start / size];
      if (kept !== undefined) return kept;
    }
    const middle = start + leftHalf(size);
    return nodeHash(this.#hashOf(start, middle), this.#hashOf(middle, end));
  }
}

/** The greatest power of two below `size`, which is 2 or more. */
function leftHalf(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

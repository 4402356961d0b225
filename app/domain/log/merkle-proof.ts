import { sameBytes } from "./bytes";
import { nodeHash } from "./merkle-hash";

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

/** A place in the tree and the end of the tree, both seen from one height. */
interface Height {
  at: number;
  last: number;
}

const up = ({ at, last }: Height): Height => ({
  at: Math.floor(at / 2),
  last: Math.floor(last / 2),
});

/** Where it hangs on the left, past the heights at which it has nothing beside it. */
function pastLoneHeights(from: Height): Height {
  let height = from;
  while (height.at % 2 === 0 && height.at !== 0) height = up(height);
  return height;
}

/** Whether this leaf stands at this place of the tree with this size and root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  claimed: { index: number; size: number; leaf: Uint8Array; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  const { index, size, leaf, root } = claimed;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let height: Height = { at: index, last: size - 1 };
  let hash = leaf;
  for (const beside of proof) {
    if (height.last === 0) return false;
    if (height.at % 2 === 1 || height.at === height.last) {
      hash = nodeHash(beside, hash);
      if (height.at % 2 === 0) height = pastLoneHeights(height);
    } else {
      hash = nodeHash(hash, beside);
    }
    height = up(height);
  }
  return height.last === 0 && sameBytes(hash, root);
}

/** Whether the tree with the second size and root begins with all of the first one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  first: { size: number; root: Uint8Array },
  second: { size: number; root: Uint8Array },
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && sameBytes(first.root, second.root);
  if (first.size === 0) return proof.length === 0;
  const isComplete = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = isComplete ? [first.root, ...proof] : proof;
  if (start === undefined || proof.length === 0) return false;
  let height: Height = { at: first.size - 1, last: second.size - 1 };
  while (height.at % 2 === 1) height = up(height);
  let before = start;
  let after = start;
  for (const beside of rest) {
    if (height.last === 0) return false;
    if (height.at % 2 === 1 || height.at === height.last) {
      before = nodeHash(beside, before);
      after = nodeHash(beside, after);
      if (height.at % 2 === 0) height = pastLoneHeights(height);
    } else {
      after = nodeHash(after, beside);
    }
    height = up(height);
  }
  return height.last === 0 && sameBytes(before, first.root) && sameBytes(after, second.root);
}

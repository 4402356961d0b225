import { handFeatures, measuresOf } from "./hand";
import { longestRead, termsOf } from "./terms";
import type { Term } from "./terms";

/** Where each family of features has its weights: hashed into a table, or one place each. */
export const families = {
  word: { from: 0, size: 1 << 16 },
  char: { from: 1 << 16, size: 1 << 17 },
  shape: { from: 3 << 16, size: 1 << 15 },
  hand: { from: (3 << 16) + (1 << 15), size: 128 },
} as const;
export const width = families.hand.from + families.hand.size;

/** A sentence as places in the table of weights and how strongly each holds. */
export interface Features {
  index: Uint32Array;
  value: Float32Array;
}

/** Chosen on debates later than those trained on: what is seen by hand learns faster than hashed words. */
const strength = { word: 1, char: 1, shape: 1, hand: 0.5 };

/** What the model sees of one sentence. */
export function featuresOf(text: string): Features {
  const terms = termsOf(text);
  const index: number[] = [];
  const value: number[] = [];
  const add = (places: number[], whole: number) => {
    const each = whole / Math.sqrt(Math.max(1, places.length));
    for (const place of places) {
      index.push(place);
      value.push(each);
    }
  };
  add(wordPlaces(terms), strength.word);
  add(charPlaces(terms), strength.char);
  add(shapePlaces(terms), strength.shape);
  for (const [i, measure] of handValues(text).entries()) {
    if (measure === 0) continue;
    index.push(families.hand.from + i);
    value.push(measure * strength.hand);
  }
  return { index: Uint32Array.from(index), value: Float32Array.from(value) };
}

function handValues(text: string): number[] {
  const read = text.slice(0, longestRead);
  return [...handFeatures.map(([, pattern]) => (pattern.test(read) ? 1 : 0)), ...measuresOf(read)];
}

/** Runs of one to three words. */
function wordPlaces(terms: readonly Term[]): number[] {
  const hashes = ["<s>", ...terms.map((term) => term.word), "</s>"].map((word) => hashOf(word));
  return runs(hashes, 1, 3, families.word);
}

/** Runs of one to four kinds of words. */
function shapePlaces(terms: readonly Term[]): number[] {
  const hashes = ["<s>", ...terms.map((term) => term.shape), "</s>"].map((shape) => hashOf(shape));
  return runs(hashes, 1, 4, families.shape);
}

function runs(
  hashes: readonly number[],
  shortest: number,
  longest: number,
  family: { from: number; size: number },
): number[] {
  const places: number[] = [];
  for (let i = 0; i < hashes.length; i += 1) {
    let hash = 0;
    for (let n = 1; n <= longest && i + n <= hashes.length; n += 1) {
      hash = mix(hash, hashes[i + n - 1] ?? 0);
      if (n >= shortest) places.push(family.from + (finish(hash) & (family.size - 1)));
    }
  }
  return places;
}

/** Runs of two to five characters inside a word, its borders included. */
function charPlaces(terms: readonly Term[]): number[] {
  const { from, size } = families.char;
  const places: number[] = [];
  for (const { word } of terms) {
    const bounded = ` ${word} `;
    for (let i = 0; i < bounded.length; i += 1) {
      let hash = 0;
      for (let n = 1; n <= 5 && i + n <= bounded.length; n += 1) {
        hash = mix(hash, bounded.charCodeAt(i + n - 1));
        if (n > 1) places.push(from + (finish(hash) & (size - 1)));
      }
    }
  }
  return places;
}

const mix = (hash: number, next: number): number => Math.imul(hash ^ next, 0x01000193) + 0x9e3779b9;

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = mix(hash, word.charCodeAt(i));
  return hash;
}

/** Spreads the differences of a hash over its lower bits, which choose the place. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

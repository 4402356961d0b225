import { diffArrays } from "diff";

import type { Anchor } from "../../claim/claim";
import { indexCodePoints, type CodePoints } from "../../claim/code-points";
import { resolveAnchor } from "../../claim/resolve-anchor";
import { blocksOf, sameWords, type Block } from "./paragraphs";

/** How the words of a claim came through a change of their article. */
export const placements = [
  /** The same words, among what stood around them. */
  "same",
  /** The same words, and only what stands around them is another. */
  "surroundings",
  /** There for sure, and not in the same words. */
  "changed",
  /** Something much like it, which a person has to look at. */
  "unsure",
  /** Nothing of it is there any more. */
  "gone",
] as const;
export type Placement = (typeof placements)[number];

export interface PlacedClaim {
  placement: Placement;
  /** 0 to 1. */
  score: number;
  /** Code points in the later text; null when the words are gone. */
  start: number | null;
  end: number | null;
  /** What stands there; null when the words are gone. */
  words: string | null;
}

/** Whether the words that a verdict is about are not there as they were. */
export const needsLook = (placement: Placement): boolean =>
  placement === "changed" || placement === "unsure" || placement === "gone";

/** Two texts of an article, made ready for placing many claims. */
export interface TextPair {
  before: string;
  after: string;
  beforeIndex: CodePoints;
  afterIndex: CodePoints;
  beforeBlocks: readonly Block[];
  afterBlocks: readonly Block[];
  /** For each paragraph of the earlier text, the place it has in the later one; those that are others have none. */
  kept: ReadonlyMap<number, number>;
}

/** Beyond this many paragraphs that are others, nothing is paired. */
const mostEdits = 2_000;

export function pairTexts(before: string, after: string): TextPair {
  const [beforeBlocks, afterBlocks] = [blocksOf(before), blocksOf(after)];
  const kept = new Map<number, number>();
  let [from, to] = [0, 0];
  const parts = diffArrays(
    beforeBlocks.map(({ key }) => key),
    afterBlocks.map(({ key }) => key),
    { maxEditLength: mostEdits },
  );
  for (const part of parts ?? []) {
    if (!part.added && !part.removed) {
      for (let at = 0; at < part.value.length; at += 1) kept.set(from + at, to + at);
    }
    if (!part.added) from += part.value.length;
    if (!part.removed) to += part.value.length;
  }
  const [beforeIndex, afterIndex] = [indexCodePoints(before), indexCodePoints(after)];
  return { before, after, beforeIndex, afterIndex, beforeBlocks, afterBlocks, kept };
}

/**
 * Where the words of a claim stand in a later text of its article. A claim whose paragraph is still there is never taken
 * for changed, whatever became of the rest; others are looked for as `resolveAnchor` does.
 */
export function placeClaim(pair: TextPair, anchor: Anchor): PlacedClaim {
  return inItsParagraph(pair, anchor) ?? elsewhere(pair, anchor);
}

function inItsParagraph(pair: TextPair, anchor: Anchor): PlacedClaim | null {
  const { beforeBlocks, afterBlocks, beforeIndex, kept } = pair;
  const [from, to] = [beforeIndex.unit(anchor.start), beforeIndex.unit(anchor.end)];
  const first = beforeBlocks.findIndex(({ end }) => end > from);
  const last = beforeBlocks.findLastIndex(({ start }) => start < to);
  if (first === -1 || last < first) return null;
  const keys = beforeBlocks.slice(first, last + 1).map(({ key }) => key);
  const at = placeOfRun(afterBlocks, keys, kept.get(first) ?? null, first);
  const [head, tail] = [afterBlocks[at ?? -1], afterBlocks[(at ?? -1) + keys.length - 1]];
  const begins = beforeBlocks[first]?.start;
  if (at === null || !head || !tail || begins === undefined) return null;
  const run = pair.after.slice(head.start, tail.end);
  const found = inRun(run, anchor.exact, from - begins);
  const isAmong =
    sameNeighbour(beforeBlocks[first - 1], afterBlocks[at - 1]) &&
    sameNeighbour(beforeBlocks[last + 1], afterBlocks[at + keys.length]);
  return placed(
    pair,
    isAmong ? "same" : "surroundings",
    1,
    head.start + found.start,
    head.start + found.end,
  );
}

const sameNeighbour = (one: Block | undefined, other: Block | undefined): boolean =>
  one?.key === other?.key;

/** Where these paragraphs stand one after the other: where they were kept, else nearest to where they were. */
function placeOfRun(
  blocks: readonly Block[],
  keys: readonly string[],
  kept: number | null,
  was: number,
): number | null {
  const isRun = (at: number) => keys.every((key, next) => blocks[at + next]?.key === key);
  if (kept !== null && isRun(kept)) return kept;
  const places = blocks.flatMap((_, at) => (isRun(at) ? [at] : []));
  const [nearest] = places.sort((a, b) => Math.abs(a - was) - Math.abs(b - was));
  return nearest ?? null;
}

/** The words in a run of paragraphs that differs from theirs in blanks at most: where they were, else nearest to it. */
function inRun(run: string, words: string, was: number): { start: number; end: number } {
  if (run.startsWith(words, was)) return { start: was, end: was + words.length };
  const pattern = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(String.raw`\s+`);
  const [nearest] = [...run.matchAll(new RegExp(pattern, "gu"))].sort(
    (a, b) => Math.abs(a.index - was) - Math.abs(b.index - was),
  );
  return nearest
    ? { start: nearest.index, end: nearest.index + nearest[0].length }
    : { start: 0, end: run.length };
}

function elsewhere(pair: TextPair, anchor: Anchor): PlacedClaim {
  const found = resolveAnchor(pair.after, anchor, pair.afterIndex);
  if (found === null) return { placement: "gone", score: 0, start: null, end: null, words: null };
  const [from, to] = [pair.afterIndex.unit(found.start), pair.afterIndex.unit(found.end)];
  const isSame = sameWords(pair.after.slice(from, to), anchor.exact);
  const placement = !found.isSure ? "unsure" : isSame ? "surroundings" : "changed";
  return placed(pair, placement, found.score, from, to);
}

function placed(
  pair: TextPair,
  placement: Placement,
  score: number,
  from: number,
  to: number,
): PlacedClaim {
  const { after, afterIndex } = pair;
  return {
    placement,
    score,
    start: afterIndex.at(from),
    end: afterIndex.at(to),
    words: after.slice(from, to),
  };
}

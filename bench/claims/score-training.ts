import { families, featuresOf, width } from "~/domain/claim/score/features";
import type { Features } from "~/domain/claim/score/features";
import type { ScoreModel } from "~/domain/claim/score/codec";

import { fitLogistic, marginsOf } from "./logistic";
import type { Rows } from "./logistic";
import type { DebateSentence } from "./read-data";

/** A debate sentence with what the model sees of it. */
export interface Example {
  sentence: DebateSentence;
  features: Features;
  /** How many sentences of a debate it counts for; 1 unless said. */
  weight?: number;
}

/** Unimportant facts look much like important ones; counted in full they teach the model to mistrust facts. */
const unimportantFactWeight = 0.75;
/** How far the count ratio of a hashed feature decides how easily its weight grows, from 0 to 1. */
const ratioShare = 0.3;
const penalty = 1;
const iterations = 80;

export const toExamples = (sentences: readonly DebateSentence[]): Example[] =>
  sentences.map((sentence) => ({ sentence, features: featuresOf(sentence.text) }));

export const isWorth = (example: Example): boolean => example.sentence.verdict === 1;

/** Fits the weights with both classes counting the same. The score stays uncalibrated. */
export function fitWeights(examples: readonly Example[]): ScoreModel {
  const weights = Float64Array.from(
    examples,
    ({ sentence, weight = 1 }) => weight * (sentence.verdict === 0 ? unimportantFactWeight : 1),
  );
  balance(examples, weights);
  const point = fitLogistic(rowsOf(examples), {
    labels: Uint8Array.from(examples, (example) => (isWorth(example) ? 1 : 0)),
    weights,
    width,
    penalty,
    ease: easeOf(examples, weights),
    iterations,
  });
  return {
    weights: Float32Array.from(point.subarray(0, width)),
    intercept: point[width] ?? 0,
    slope: 1,
    shift: 0,
  };
}

/**
 * How much less the weight of each feature is held down: one that is found far more often in one class than in the
 * other may grow faster (after the NB-SVM of Wang and Manning, ACL 2012, as an interpolation).
 */
function easeOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const worth = new Float64Array(width).fill(1);
  const rest = new Float64Array(width).fill(1);
  examples.forEach((example, i) => {
    const counts = isWorth(example) ? worth : rest;
    for (const place of new Set(example.features.index)) {
      counts[place] = (counts[place] ?? 0) + (weights[i] ?? 0);
    }
  });
  const shift = Math.log(sumOf(rest) / sumOf(worth));
  const ease = new Float64Array(width).fill(1);
  for (const { from, size } of [families.word, families.char, families.shape]) {
    const ratios = worth
      .subarray(from, from + size)
      .map((count, i) => Math.abs(Math.log(count / (rest[from + i] ?? 1)) + shift));
    const mean = sumOf(ratios) / size;
    ratios.forEach((ratio, i) => {
      ease[from + i] = (1 - ratioShare + (ratioShare * ratio) / mean) ** 2;
    });
  }
  return ease;
}

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, each) => sum + each, 0);

/** Platt scaling: the slope and shift under which held-out margins are probabilities, both classes counting the same. */
export function calibrate(
  margins: Float64Array,
  examples: readonly Example[],
): { slope: number; shift: number } {
  const weights = new Float64Array(examples.length).fill(1);
  balance(examples, weights);
  const rows: Rows = {
    start: Uint32Array.from({ length: margins.length + 1 }, (_, i) => i),
    index: new Uint32Array(margins.length),
    value: Float32Array.from(margins),
  };
  const labels = Uint8Array.from(examples, (example) => (isWorth(example) ? 1 : 0));
  const [slope = 1, shift = 0] = fitLogistic(rows, {
    labels,
    weights,
    width: 1,
    penalty: 1e-3,
    iterations: 50,
  });
  return { slope, shift };
}

/** The margin of every example. */
export function marginsWith(model: ScoreModel, examples: readonly Example[]): Float64Array {
  return marginsOf(rowsOf(examples), Float64Array.from([...model.weights, model.intercept]));
}

function balance(examples: readonly Example[], weights: Float64Array): void {
  let worth = 0;
  let rest = 0;
  examples.forEach((example, i) => {
    if (isWorth(example)) worth += weights[i] ?? 0;
    else rest += weights[i] ?? 0;
  });
  const factor = rest / Math.max(1, worth);
  examples.forEach((example, i) => {
    if (isWorth(example)) weights[i] = (weights[i] ?? 0) * factor;
  });
}

function rowsOf(examples: readonly Example[]): Rows {
  const total = examples.reduce((sum, { features }) => sum + features.index.length, 0);
  const rows = {
    start: new Uint32Array(examples.length + 1),
    index: new Uint32Array(total),
    value: new Float32Array(total),
  };
  let at = 0;
  for (const [r, { features }] of examples.entries()) {
    rows.index.set(features.index, at);
    rows.value.set(features.value, at);
    at += features.index.length;
    rows.start[r + 1] = at;
  }
  return rows;
}

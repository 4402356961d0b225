import { families, width } from "./features";

/** A trained model: one weight per place, and what turns a sum of weights into a score. */
export interface ScoreModel {
  weights: Float32Array;
  intercept: number;
  /** The score is the logistic function of `slope` times the margin plus `shift`. */
  slope: number;
  shift: number;
}

/** A model as it is kept in the repository: whole numbers of one byte, and what one step of each family is worth. */
export interface PackedModel {
  steps: Record<keyof typeof families, number>;
  intercept: number;
  slope: number;
  shift: number;
  /** One signed byte per place, in base64. */
  weights: string;
}

const names = ["word", "char", "shape", "hand"] as const;

/** Rounds weights to one byte each. */
export function packModel(model: ScoreModel): PackedModel {
  const bytes = new Int8Array(width);
  const steps = { word: 0, char: 0, shape: 0, hand: 0 };
  for (const name of names) {
    const { from, size } = families[name];
    const part = model.weights.subarray(from, from + size);
    const largest = part.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const step = largest / 127 || 1;
    steps[name] = step;
    part.forEach((weight, i) => {
      bytes[from + i] = Math.round(weight / step);
    });
  }
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte & 0xff);
  const { intercept, slope, shift } = model;
  return { steps, intercept, slope, shift, weights: btoa(binary) };
}

/** The model of a packed one. Throws a RangeError when the table is not as long as the features need. */
export function unpackModel(packed: PackedModel): ScoreModel {
  const binary = atob(packed.weights);
  if (binary.length !== width) {
    throw new RangeError(`The model has ${binary.length} weights; the features need ${width}.`);
  }
  const weights = new Float32Array(width);
  for (const name of names) {
    const { from, size } = families[name];
    const step = packed.steps[name];
    for (let i = from; i < from + size; i += 1) {
      weights[i] = ((binary.charCodeAt(i) << 24) >> 24) * step;
    }
  }
  const { intercept, slope, shift } = packed;
  return { weights, intercept, slope, shift };
}

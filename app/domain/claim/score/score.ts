import type { ScoreModel } from "./codec";
import { unpackModel } from "./codec";
import { featuresOf } from "./features";
import { packedModel } from "./trained-model";

/** From this score on a sentence is called worth a check. */
export const worthChecking = 0.5;

let shipped: ScoreModel | null = null;

/**
 * How likely a trained annotator would call an English sentence worth a check, 0 to 1. It is calibrated as if every
 * second sentence were, so that 0.5 parts the two; what share of a text is depends on the text.
 */
export function scoreOf(text: string): number {
  shipped ??= unpackModel(packedModel);
  return scoreWith(shipped, text);
}

/** The score that a given model gives. */
export function scoreWith(model: ScoreModel, text: string): number {
  return 1 / (1 + Math.exp(-(model.slope * marginWith(model, text) + model.shift)));
}

/** The weighted sum behind a score. */
export function marginWith(model: ScoreModel, text: string): number {
  const { index, value } = featuresOf(text);
  let margin = model.intercept;
  for (let i = 0; i < index.length; i += 1) {
    margin += (model.weights[index[i] ?? 0] ?? 0) * (value[i] ?? 0);
  }
  return margin;
}

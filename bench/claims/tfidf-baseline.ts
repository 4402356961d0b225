import { fitLogistic, marginsOf } from "./logistic";
import type { Rows } from "./logistic";

/**
 * The shared tasks' baseline: TF-IDF of runs of one to three words and a linear model without class weights. Theirs
 * has a support vector machine with a radial kernel on top; a linear one takes its place here.
 */
export class TfIdfBaseline {
  readonly #words = new Map<string, { column: number; weight: number }>();
  readonly #point: Float64Array;

  constructor(texts: readonly string[], labels: readonly boolean[]) {
    const counts = new Map<string, number>();
    for (const text of texts) {
      for (const run of new Set(runsOf(text))) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
    for (const [run, count] of counts) {
      if (count < 2) continue;
      const weight = Math.log((1 + texts.length) / (1 + count)) + 1;
      this.#words.set(run, { column: this.#words.size, weight });
    }
    this.#point = fitLogistic(this.#rows(texts), {
      labels: Uint8Array.from(labels, Number),
      weights: new Float64Array(texts.length).fill(1),
      width: this.#words.size,
      penalty: 1,
      iterations: 60,
    });
  }

  /** Above 0 is positive. */
  margins(texts: readonly string[]): Float64Array {
    return marginsOf(this.#rows(texts), this.#point);
  }

  #rows(texts: readonly string[]): Rows {
    const start = [0];
    const index: number[] = [];
    const value: number[] = [];
    for (const text of texts) {
      const found = runsOf(text).flatMap((run) => this.#words.get(run) ?? []);
      const norm = Math.sqrt(found.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
      for (const { column, weight } of found) {
        index.push(column);
        value.push(weight / norm);
      }
      start.push(index.length);
    }
    return {
      start: Uint32Array.from(start),
      index: Uint32Array.from(index),
      value: Float32Array.from(value),
    };
  }
}

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return words.flatMap((_, i) =>
    [1, 2, 3].flatMap((n) => (i + n <= words.length ? [words.slice(i, i + n).join(" ")] : [])),
  );
}

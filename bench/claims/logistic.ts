import { minimise } from "./minimise";
import type { Slope } from "./minimise";

/** Sentences as sparse rows, all in three long arrays. */
export interface Rows {
  /** Where each row begins in `index` and `value`; one more than there are rows. */
  start: Uint32Array;
  index: Uint32Array;
  value: Float32Array;
}

export interface Fitting {
  /** One per row: 1 or 0. */
  labels: Uint8Array;
  /** How much each row counts. */
  weights: Float64Array;
  /** Number of columns; the intercept is kept after the last. */
  width: number;
  /** Strength of the quadratic penalty, as 1 / C. */
  penalty: number;
  /** How much less a column is penalised than usual; 1 for most. */
  ease?: Float64Array;
  iterations: number;
}

/**
 * Fits a logistic model. Intercept last. The weight of a column that no row has stays zero whatever is done, so only the
 * others are worked with: the result is the same to the last bit, and few rows are fitted fast.
 */
export function fitLogistic(rows: Rows, fitting: Fitting): Float64Array {
  const used = Uint32Array.from(new Set(rows.index)).sort();
  const placeOf = new Uint32Array(fitting.width);
  used.forEach((column, place) => (placeOf[column] = place));
  const narrow = { ...rows, index: rows.index.map((column) => placeOf[column] ?? 0) };
  const narrowFitting = {
    ...fitting,
    width: used.length,
    ...(fitting.ease && { ease: Float64Array.from(used, (column) => fitting.ease?.[column] ?? 1) }),
  };
  const point = minimise(
    (each) => evaluate(narrow, narrowFitting, each),
    used.length + 1,
    fitting.iterations,
  );
  const wide = new Float64Array(fitting.width + 1);
  used.forEach((column, place) => (wide[column] = point[place] ?? 0));
  wide[fitting.width] = point[used.length] ?? 0;
  return wide;
}

function evaluate(rows: Rows, fitting: Fitting, point: Float64Array): Slope {
  const { labels, weights, width, penalty, ease } = fitting;
  const gradient = new Float64Array(point.length);
  let loss = 0;
  for (let i = 0; i < width; i += 1) {
    const w = point[i] ?? 0;
    const p = penalty / (ease?.[i] ?? 1);
    loss += 0.5 * p * w * w;
    gradient[i] = p * w;
  }
  const { start, index, value } = rows;
  for (let r = 0; r < labels.length; r += 1) {
    const from = start[r] ?? 0;
    const to = start[r + 1] ?? 0;
    let margin = point[width] ?? 0;
    for (let k = from; k < to; k += 1) margin += (point[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
    const y = (labels[r] ?? 0) === 1 ? 1 : -1;
    const weight = weights[r] ?? 0;
    const z = y * margin;
    loss += weight * (z > 0 ? Math.log1p(Math.exp(-z)) : -z + Math.log1p(Math.exp(z)));
    const push = (-weight * y) / (1 + Math.exp(z));
    for (let k = from; k < to; k += 1) {
      const at = index[k] ?? 0;
      gradient[at] = (gradient[at] ?? 0) + push * (value[k] ?? 0);
    }
    gradient[width] = (gradient[width] ?? 0) + push;
  }
  return { loss, gradient };
}

/** The margin of every row. */
export function marginsOf(rows: Rows, point: Float64Array): Float64Array {
  const { start, index, value } = rows;
  const margins = new Float64Array(start.length - 1);
  for (let r = 0; r < margins.length; r += 1) {
    let margin = point[point.length - 1] ?? 0;
    for (let k = start[r] ?? 0; k < (start[r + 1] ?? 0); k += 1) {
      margin += (point[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
    }
    margins[r] = margin;
  }
  return margins;
}

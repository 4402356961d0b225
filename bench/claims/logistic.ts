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

/** Fits a logistic model by L-BFGS. Nothing is random, so the same rows give the same bits. Intercept last. */
export function fitLogistic(rows: Rows, fitting: Fitting): Float64Array {
  const size = fitting.width + 1;
  const memory = 8;
  let point: Float64Array = new Float64Array(size);
  let { loss, gradient } = evaluate(rows, fitting, point);
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let round = 0; round < fitting.iterations; round += 1) {
    const direction = descent(gradient, steps, turns);
    const slope = dot(gradient, direction);
    if (slope > -1e-9) break;
    let stride = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = moved(point, direction, stride);
    let seen = evaluate(rows, fitting, next);
    for (let tries = 0; seen.loss > loss + 1e-4 * stride * slope && tries < 20; tries += 1) {
      stride /= 2;
      next = moved(point, direction, stride);
      seen = evaluate(rows, fitting, next);
    }
    const step = next.map((x, i) => x - (point[i] ?? 0));
    const turn = seen.gradient.map((x, i) => x - (gradient[i] ?? 0));
    if (dot(step, turn) > 1e-12) {
      steps.push(step);
      turns.push(turn);
      if (steps.length > memory) {
        steps.shift();
        turns.shift();
      }
    }
    const gain = loss - seen.loss;
    point = next;
    ({ loss, gradient } = seen);
    if (gain < 1e-6 * Math.abs(loss)) break;
  }
  return point;
}

function evaluate(rows: Rows, fitting: Fitting, point: Float64Array) {
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

/** The two loops of L-BFGS. */
function descent(gradient: Float64Array, steps: Float64Array[], turns: Float64Array[]) {
  const direction = gradient.map((x) => -x);
  const factors: number[] = [];
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    const [step, turn] = [steps[i], turns[i]];
    if (!step || !turn) continue;
    const factor = dot(step, direction) / dot(step, turn);
    factors[i] = factor;
    add(direction, turn, -factor);
  }
  const [step, turn] = [steps.at(-1), turns.at(-1)];
  if (step && turn) {
    const size = dot(step, turn) / dot(turn, turn);
    for (let i = 0; i < direction.length; i += 1) direction[i] = (direction[i] ?? 0) * size;
  }
  for (const [i, each] of steps.entries()) {
    const other = turns[i];
    if (!other) continue;
    add(direction, each, (factors[i] ?? 0) - dot(other, direction) / dot(each, other));
  }
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0);
}

const moved = (point: Float64Array, direction: Float64Array, stride: number): Float64Array =>
  point.map((x, i) => x + stride * (direction[i] ?? 0));

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

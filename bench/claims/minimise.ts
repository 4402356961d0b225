/** A loss and its slope in every direction. */
export interface Slope {
  loss: number;
  gradient: Float64Array;
}

/** Finds the point of the least loss by L-BFGS, from zero. Nothing is random: the same loss gives the same bits. */
export function minimise(
  evaluate: (point: Float64Array) => Slope,
  size: number,
  iterations: number,
): Float64Array {
  const memory = 8;
  let point: Float64Array = new Float64Array(size);
  let { loss, gradient } = evaluate(point);
  const steps: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let round = 0; round < iterations; round += 1) {
    const direction = descent(gradient, steps, turns);
    const slope = dot(gradient, direction);
    if (slope > -1e-9) break;
    let stride = round === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
    let next = moved(point, direction, stride);
    let seen = evaluate(next);
    for (let tries = 0; seen.loss > loss + 1e-4 * stride * slope && tries < 20; tries += 1) {
      stride /= 2;
      next = moved(point, direction, stride);
      seen = evaluate(next);
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

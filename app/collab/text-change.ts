/** One change between two texts: at `at`, `removed` UTF-16 units went and `inserted` came. */
export interface TextChange {
  at: number;
  removed: number;
  inserted: string;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The smallest single change that leads from one text to the other; never splits a character into halves. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return {
    at: start,
    removed: before.length - end - start,
    inserted: after.slice(start, after.length - end),
  };
}

/** A step of a Yjs text event; `insert` may hold something that is not text, which counts as one unit. */
export interface DeltaStep {
  insert?: unknown;
  delete?: number | undefined;
  retain?: number | undefined;
}

/** Where a position in a text stands after a change by somebody else. Text that comes in right there goes behind it. */
export function positionAfter(position: number, delta: readonly DeltaStep[]): number {
  let index = 0;
  let moved = position;
  for (const step of delta) {
    if (index >= moved && step.delete === undefined) {
      if (step.retain === undefined || index > moved) break;
    }
    if (step.retain !== undefined) index += step.retain;
    else if (step.delete !== undefined) moved -= Math.min(step.delete, Math.max(0, moved - index));
    else {
      const length = typeof step.insert === "string" ? step.insert.length : 1;
      moved += length;
      index += length;
    }
  }
  return moved;
}

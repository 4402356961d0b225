import type { Anchor } from "./claim";
import { indexCodePoints } from "./code-points";
import type { CodePoints } from "./code-points";

/** Code points of what stands around a quotation that an anchor keeps on each side. */
export const contextLength = 32;

/**
 * Anchors a stretch of a text, with up to 32 code points before and after it so that it can be found again.
 * `start` and `end` count code points and are drawn into the text; an index made before spares making one.
 */
export function anchorOf(
  text: string,
  start: number,
  end: number,
  index: CodePoints = indexCodePoints(text),
): Anchor {
  const from = Math.max(0, Math.min(Math.trunc(start), index.length));
  const to = Math.max(from, Math.min(Math.trunc(end), index.length));
  const slice = (a: number, b: number) => text.slice(index.unit(a), index.unit(b));
  return {
    exact: slice(from, to),
    prefix: slice(Math.max(0, from - contextLength), from),
    suffix: slice(to, to + contextLength),
    start: from,
    end: to,
  };
}

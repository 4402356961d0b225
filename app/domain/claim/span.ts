/** A stretch of a text in UTF-16 code units, `end` exclusive. Only the engine's inside counts so. */
export interface Span {
  start: number;
  end: number;
}

/** The span without white space at its two ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  return /[\s\0\uFEFF]/.test(text.charAt(at));
}

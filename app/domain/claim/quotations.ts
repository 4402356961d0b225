import type { Span } from "./span";

const marks = /["“”„‟«»]|(?<![\p{L}\p{N}])‘|’(?![\p{L}\p{N}])/gu;

/**
 * The quotations of one paragraph, their marks included. Open and close are told by turn, not by shape, because
 * articles open with a closing mark as they like; one left open runs to the end of the paragraph.
 */
export function quotationsOf(text: string, paragraph: Span): Span[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const found: Span[] = [];
  let open: { at: number; single: boolean } | null = null;
  for (const match of words.matchAll(marks)) {
    const single = match[0] === "‘" || match[0] === "’";
    if (open === null) {
      // A lone ’ closes nothing: it is the apostrophe of "the Greens’ talks".
      if (match[0] !== "’") open = { at: match.index, single };
    } else if (open.single === single) {
      found.push({ start: paragraph.start + open.at, end: paragraph.start + match.index + 1 });
      open = null;
    }
  }
  if (open !== null && !open.single) {
    found.push({ start: paragraph.start + open.at, end: paragraph.end });
  }
  return found;
}

import search from "approx-string-match";

/** Whether an excerpt stands in what was captured. Places are UTF-16 units of the captured text. */
export type ExcerptCheck =
  | { kind: "found"; start: number; end: number }
  /** `share`: how much of the excerpt is there, letter for letter, from 0 to 1. */
  | { kind: "changed"; start: number; end: number; share: number }
  | { kind: "missing" };

/** Below it the words are others, and not the same ones changed. */
const leastShare = 0.7;
/** What the search compares at once; a longer excerpt is found by its beginning and its end. */
const longestAtOnce = 600;
/** Letters of which nearly every text has some. */
const tooShortToLookAlike = 12;

/**
 * Looks for an excerpt in a captured text. White space, the look of quotation marks, dashes and capital letters are no
 * change; an ellipsis of its own, "[…]" or "...", stands for any words, and what is around it must follow in order.
 * An empty excerpt is missing.
 */
export function checkExcerpt(text: string, excerpt: string): ExcerptCheck {
  const page = flattened(text);
  const parts = excerpt
    .normalize("NFC")
    .split(/\[\s*(?:\.{3}|…)\s*\]|\.{3}|…/)
    .map((part) => flattened(part).words)
    .filter((part) => part !== "");
  const [first] = parts;
  if (first === undefined) return { kind: "missing" };
  const found: Place[] = [];
  let from = 0;
  for (const part of parts) {
    const place = nearest(page.words, part, from);
    if (place === null) return { kind: "missing" };
    found.push(place);
    from = place.end;
  }
  const start = page.at[found[0]?.start ?? 0] ?? 0;
  const last = Math.max(0, (found.at(-1)?.end ?? 1) - 1);
  const end = (page.at[last] ?? 0) + 1;
  const errors = found.reduce((sum, place) => sum + place.errors, 0);
  if (errors === 0) return { kind: "found", start, end };
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return { kind: "changed", start, end, share: Math.max(0, 1 - errors / length) };
}

interface Place {
  start: number;
  end: number;
  errors: number;
}

/** The place that is the words, or comes nearest to them; null where nothing is like them. */
function nearest(page: string, words: string, from: number): Place | null {
  const exact = page.indexOf(words, from);
  if (exact !== -1) return { start: exact, end: exact + words.length, errors: 0 };
  if (words.length < tooShortToLookAlike) return null;
  if (words.length > longestAtOnce) return nearestOfLong(page, words, from);
  const most = Math.floor(words.length * (1 - leastShare));
  const [best] = search(page.slice(from), words, most).toSorted((a, b) => a.errors - b.errors);
  return best ? { start: best.start + from, end: best.end + from, errors: best.errors } : null;
}

/** In pieces one after the other, each no further from the one before than it could have grown. */
function nearestOfLong(page: string, words: string, from: number): Place | null {
  let start: number | null = null;
  let end = from;
  let errors = 0;
  for (let at = 0; at < words.length; at += longestAtOnce) {
    const piece = words.slice(at, at + longestAtOnce);
    const within: string = start === null ? page : page.slice(0, end + 2 * longestAtOnce);
    const place = nearest(within, piece, end);
    if (place === null) errors += piece.length;
    else {
      start ??= place.start;
      end = place.end;
      errors += place.errors;
    }
  }
  return start === null || errors > words.length * (1 - leastShare) ? null : { start, end, errors };
}

/** The words as they are compared, and for each letter where it stands in the text. */
function flattened(text: string): { words: string; at: number[] } {
  let words = "";
  const at: number[] = [];
  for (let place = 0; place < text.length; place += 1) {
    const letter = sameLooks(text.charAt(place));
    if (letter === "" || (letter === " " && (words === "" || words.endsWith(" ")))) continue;
    words += letter;
    at.push(place);
  }
  return words.endsWith(" ") ? { words: words.slice(0, -1), at } : { words, at };
}

function sameLooks(letter: string): string {
  if (/\s/.test(letter)) return " ";
  if (/[‘’‚‛′`´]/.test(letter)) return "'";
  if (/[“”„‟«»″]/.test(letter)) return '"';
  if (/[‐‑‒–—−]/.test(letter)) return "-";
  if (/[\u00ad\u200b-\u200d\u2060\ufeff]/.test(letter)) return "";
  const small = letter.toLowerCase();
  // Some letters become two; a place has one.
  return small.length === 1 ? small : letter;
}

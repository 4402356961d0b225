import type { Span } from "./span";

/** A word or a mark of a sentence. */
export interface Token extends Span {
  text: string;
  /** Lower case, with straight apostrophes; initials that spell a small word stay as they are. */
  lower: string;
  word: boolean;
  /** Begins with a capital letter or is a name such as "M5S". */
  capital: boolean;
  /** Inside quotation marks, the marks included. */
  quoted: boolean;
  /** Inside parentheses or brackets. */
  nested: boolean;
}

const wordOrMark =
  /[\p{L}\p{M}\p{N}]+(?:[’'\-.,‑]?[\p{L}\p{M}\p{N}]+)*(?:(?<=s)['’](?=\s\p{Ll}))?|\S/gu;

/** Bodies whose initials spell a small word: the World Health Organization is no "who". */
const acronym = /^(?:CAN|WHO|MAY)$/;

/** Cuts a sentence into words and marks. `quotes` are the quotations of its paragraph, in order. */
export function tokensOf(text: string, sentence: Span, quotes: readonly Span[]): Token[] {
  const words = text.slice(sentence.start, sentence.end);
  const tokens: Token[] = [];
  const shouted = !/\p{Ll}/u.test(words);
  let depth = 0;
  let quote = 0;
  for (const found of words.matchAll(wordOrMark)) {
    for (const piece of splitCommas(found[0])) {
      const start = sentence.start + found.index + piece.offset;
      const end = start + piece.text.length;
      while (quote < quotes.length && (quotes[quote]?.end ?? 0) <= start) quote += 1;
      const around = quotes[quote];
      const closes = /^[)\]]$/.test(piece.text);
      if (closes) depth = Math.max(0, depth - 1);
      tokens.push({
        text: piece.text,
        lower:
          acronym.test(piece.text) && !shouted
            ? piece.text
            : piece.text.toLowerCase().replace(/’/g, "'"),
        start,
        end,
        word: /^[\p{L}\p{N}]/u.test(piece.text),
        capital: /^\p{Lu}/u.test(piece.text),
        quoted: around !== undefined && around.start <= start && start < around.end,
        nested: depth > 0 || closes,
      });
      if (/^[([]$/.test(piece.text)) depth += 1;
    }
  }
  return tokens;
}

/** A comma belongs to a word only between digits, as in "5,000". */
function splitCommas(text: string): { text: string; offset: number }[] {
  if (!text.includes(",") || /^\p{L}*\d+(?:,\d+)*(?:[.\p{L}-][.\p{L}\d-]*)?$/u.test(text)) {
    return [{ text, offset: 0 }];
  }
  return [...text.matchAll(/[^,]+|,/g)].map((m) => ({ text: m[0], offset: m.index }));
}

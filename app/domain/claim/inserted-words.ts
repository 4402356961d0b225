/** A stretch of a statement that does not stand in the article. Code points of the statement; `end` is exclusive. */
export interface InsertedSpan {
  text: string;
  start: number;
  end: number;
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu;

/**
 * Marks the words of a statement that were put in. A word of the quote counts once, wherever the statement has moved
 * it to, so that everything unmarked is the article's own. Neighbouring words make one span.
 */
export function insertedWords(statement: string, quote: string): InsertedSpan[] {
  const left = new Map<string, number>();
  for (const [each] of quote.matchAll(word)) {
    const key = keyOf(each);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const spans: { start: number; end: number }[] = [];
  let lastWasInserted = false;
  for (const found of statement.matchAll(word)) {
    const key = keyOf(found[0]);
    const rest = left.get(key) ?? 0;
    const end = found.index + found[0].length;
    const last = spans.at(-1);
    if (rest > 0) left.set(key, rest - 1);
    else if (last && lastWasInserted) last.end = end;
    else spans.push({ start: found.index, end });
    lastWasInserted = rest === 0;
  }
  return spans.map(({ start, end }) => {
    const from = lengthOf(statement.slice(0, start));
    const text = statement.slice(start, end);
    return { text, start: from, end: from + lengthOf(text) };
  });
}

const keyOf = (each: string): string => each.toLowerCase().replaceAll("’", "'");

const lengthOf = (text: string): number => Array.from(text).length;

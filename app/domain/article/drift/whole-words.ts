/** A stretch of a text. Code points. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The stretch with the words at its ends whole: whoever draws a selection begins or ends it within a word by a hair. What is
 * no word, such as a quotation mark, is left in or out as it was chosen.
 *
 * @param language BCP 47; one that is not known is read as none.
 */
export function wholeWords(text: string, { start, end }: Stretch, language: string): Stretch {
  const points = Array.from(text);
  const first = wordAround(points, start, language);
  const last = wordAround(points, end, language);
  return { start: first?.start ?? start, end: last?.end ?? end };
}

/** The word that a place is within, and not at an end of. */
function wordAround(points: readonly string[], at: number, language: string): Stretch | null {
  let begins = at;
  while (begins > 0 && points[begins - 1] !== "\n") begins -= 1;
  const line = points.indexOf("\n", at);
  const words = points.slice(begins, line === -1 ? undefined : line).join("");
  let start = begins;
  for (const { segment, isWordLike } of segmenter(language).segment(words)) {
    const end = start + Array.from(segment).length;
    if (start < at && at < end) return isWordLike ? { start, end } : null;
    if (start >= at) return null;
    start = end;
  }
  return null;
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: "word" });
  }
}

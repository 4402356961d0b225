import { detect } from "tinyld";

const sampled = 6000;
const leastLetters = 24;
const shortText = 300;
const ownWords = new Set("the and that to by with from it".split(" "));
const sharedWords = new Set("of in was is for on at".split(" "));

/**
 * The language of a text as ISO 639-1, judged by samples from its beginning and middle; "und" when there are too few
 * letters to say.
 */
export function detectLanguage(text: string): string {
  const middle = Math.floor(text.length / 2);
  const sample =
    text.length <= sampled * 2
      ? text
      : `${text.slice(0, sampled)} ${text.slice(middle, middle + sampled)}`;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < leastLetters) return "und";
  const found = detect(sample.replace(/\p{Surrogate}/gu, " "));
  if (found === "" || (found !== "en" && looksEnglish(sample))) return found === "" ? "und" : "en";
  return found;
}

/** A few English words are often taken for a neighbouring language; their small words tell them apart. */
function looksEnglish(sample: string): boolean {
  if (sample.length > shortText) return false;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => ownWords.has(word)).length;
  const shared = words.filter((word) => sharedWords.has(word)).length;
  return own > 0 && own + shared >= 2 && (own + shared) / words.length >= 0.15;
}

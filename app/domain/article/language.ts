import { detect } from "tinyld";

const sampled = 6000;
const leastLetters = 24;
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
  if (looksEnglish(sample)) return "en";
  return detect(sample.replace(/\p{Surrogate}/gu, " ")) || "und";
}

/**
 * English that is short or full of foreign names is often taken for a neighbouring language; its small words tell it
 * apart. Of running English they are a quarter, of Dutch and Scandinavian texts at most a tenth.
 */
function looksEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const own = words.filter((word) => ownWords.has(word)).length;
  const shared = words.filter((word) => sharedWords.has(word)).length;
  const least = words.length < 60 ? 1 : words.length * 0.08;
  return own >= least && own + shared >= 2 && (own + shared) / words.length >= 0.15;
}

import { detect } from "tinyld";

const sampled = 6000;
const leastLetters = 24;

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
  return found === "" ? "und" : found;
}

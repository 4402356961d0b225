/** Counts changes of what `matchWords` answers, so that an index kept elsewhere knows when to read again. */
export const matchWordsVersion = 1;

const link = /(?:https?:\/\/|www\.|pic\.twitter\.com\/|t\.co\/)\S*/giu;
const entity = /&(?:amp|lt|gt|quot|#39);/g;
const tagged = /[#@]([\p{L}\p{N}_]+)/gu;
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|_/gu;
const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*/gu;

const stop = new Set(
  "a an the of to in on at by for with from is are was were be been being am and or but if as it its this that these those i you he she we they me him her us them my your his our their do does did has have had not no so than then there here what which who whom when where why how all any can could will would should may might just about into over under out up down s t rt via says said say".split(
    " ",
  ),
);

/** Longer than any post or claim; the rest of a text says no more about which claim it repeats. */
const longestRead = 5000;

/** All words of a claim or a post, in order and in lower case: without links and marks, tags taken apart. */
export function plainWords(text: string): string[] {
  const cleaned = text
    .slice(0, longestRead)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(link, " ")
    .replace(entity, " ")
    .replace(tagged, (_, tag: string) => ` ${tag.replace(hump, " ")} `);
  return Array.from(cleaned.matchAll(word), ([each]) =>
    each
      .toLowerCase()
      .replace(/['’]\p{L}+$/u, "")
      .replace(/(?<=\d),(?=\d{3})/g, ""),
  );
}

/** The words that tell a text apart, in order, endings off. These are the terms of the search by words. */
export const matchWords = (text: string): string[] => tellingWords(plainWords(text));

/** Those of `plainWords` that tell a text apart, endings off. */
export const tellingWords = (plain: readonly string[]): string[] =>
  plain.filter((each) => !stop.has(each)).map(stemOf);

/** A light stemmer: plurals, -ing, -ed, -ly; a stem keeps three letters and a vowel. */
export function stemOf(plain: string): string {
  let stem = plain;
  if (stem.length < 4 || /\d/.test(stem)) return stem;
  if (/(?:ss|us|is)$/.test(stem)) return stem;
  if (/ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ch|sh|x|ss|z)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/s$/.test(stem)) stem = stem.slice(0, -1);
  const ending = /(?:ing|ed|ly|er)$/.exec(stem)?.index ?? 0;
  const rest = /[aeiouy]/.test(stem.slice(0, ending)) ? stem.slice(0, ending) : undefined;
  if (rest !== undefined && rest.length >= 3) {
    stem = /([^aeiouls])\1$/.test(rest) ? rest.slice(0, -1) : rest;
  }
  return stem.length > 4 ? stem.replace(/e$/, "").replace(/y$/, "i") : stem.replace(/y$/, "i");
}

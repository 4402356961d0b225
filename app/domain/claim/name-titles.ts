import type { Token } from "./tokens";
import { honorifics, institutionWords, isCountry, isDemonym, roleWords } from "./word-lists";

/** Titles that are written short, in lower case and without their full stop. */
export const abbreviatedTitles = new Set(
  "mr mrs ms cllr dr prof sen rep gov gen lt col sgt capt rev".split(" "),
);

/** "Mr", "Health Secretary": how a text styles somebody; "former" would have to be told with its time. */
export const isStyle = (words: readonly Token[]): boolean =>
  words.every(
    ({ lower, text, capital }) =>
      text === "." || (capital && isTitle(lower) && !/^(?:former|ex|then|acting)$/.test(lower)),
  );

export const isTitle = (word: string): boolean =>
  roleWords.has(word) ||
  abbreviatedTitles.has(word) ||
  (honorifics.has(word) && !/^(?:us|uk|eu)$/.test(word));

/** Letters behind a name: "QC", "MP". */
export const postNominal = /^(?:QC|KC|SC|MP|MEP|MSP|MBE|OBE|CBE|MD|PhD|Jr|Sr|II|III|IV)$/;

const trade = /^\p{Lu}\p{Ll}{3,}(?:er|or|ist|ian|man|woman)$/u;

/** "guide Pete Novak", "nurse Ann Lee": what somebody does, in small letters before their name. */
export const isTrade = (word: string): boolean =>
  /^(?:[a-z-]{3,}(?:ist|ician|woman|man|keeper|worker|maker|owner|player|singer|driver|farmer|dealer|trader|trainer|builder|designer|writer|teacher|lawyer|officer|campaigner|organiser|organizer)|guide|nurse|student|author|veteran|resident|mother|father|widow|survivor|victim|captain|striker|goalkeeper|chef|poet|surgeon|physician|tycoon|coroner|detective|constable|superintendent)$/.test(
    word,
  );

/** Where a name begins behind the titles before it. */
export function skipTitles(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  for (let k = from; k < to - 1; k += 1) {
    const lower = tokens[k]?.lower ?? "";
    // "Secretary of State John Kerry": the institution before a name of two words is no part of it.
    if (roleWords.has(lower) || (institutionWords.has(lower) && to - k === 3)) at = k + 1;
    // "State Sen. Ann Lee": whatever stands before the title belongs to it.
    const abbreviated = abbreviatedTitles.has(lower) && tokens[k + 1]?.text === ".";
    if (abbreviated && k + 2 < to) at = k + 2;
  }
  // "Forecaster Ada Wu": what somebody does, with a capital only because it opens the sentence.
  if (at === 0 && to >= 3 && trade.test(tokens[0]?.text ?? "")) at = 1;
  while (at < to) {
    const token = tokens[at];
    if (!token) break;
    const isTitle =
      token.text === "." ||
      roleWords.has(token.lower) ||
      honorifics.has(token.lower) ||
      (abbreviatedTitles.has(token.lower) && (tokens[at + 1]?.text === "." || to - at > 1)) ||
      isDemonym(token.lower) ||
      /-(?:\p{Lu}|UK|US)/u.test(token.text) ||
      (/^\p{Lu}{2,3}$/u.test(token.text) && to - at > 1) ||
      (isCountry(token.text) && /^(?:of|in|from)$/.test(tokens[at - 1]?.lower ?? ""));
    if (!isTitle) break;
    at += 1;
  }
  return at;
}

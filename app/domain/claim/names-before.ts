import type { Token } from "./tokens";
import {
  institutionWords,
  isCountry,
  isDemonym,
  months,
  openers,
  prepositions,
  roleWords,
  weekdays,
} from "./word-lists";

/** Whether a name the rules do not know as a person's stands before a pronoun and may be meant by it. */
export function namedBefore(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(0, i).some((token, k) => {
    const lower = token.lower.replace(/['’]s?$/, "");
    if (!token.capital || token.text.length < 2) return false;
    if (k === 0 && (openers.has(lower) || tokens[1]?.capital !== true)) return false;
    const two = [
      `${tokens[k - 1]?.lower ?? ""} ${lower}`,
      `${lower} ${tokens[k + 1]?.lower ?? ""}`,
    ];
    return (
      !isCountry(lower) &&
      !two.some(isCountry) &&
      !isDemonym(lower) &&
      !months.has(lower) &&
      !weekdays.has(lower) &&
      !institutionWords.has(lower) &&
      !roleWords.has(lower) &&
      !/^\p{Lu}{2,}$/u.test(token.text) &&
      !prepositions.has(tokens[k - 1]?.lower ?? "")
    );
  });
}

/** A first word that is no common opener and in no common form may be a name: "Gloria also became". */
export const opensWithName = (tokens: readonly Token[]): boolean => {
  const first = tokens[0];
  if (!first?.capital || openers.has(first.lower) || roleWords.has(first.lower)) return false;
  return !isCountry(first.text) && !/(?:s|ing|ed|ly|ment|ion|ce)$/.test(first.lower);
};

/** Whether somebody speaks of themselves, outside quotation marks. */
export const speaksOfSelf = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => /^(?:i|my|i'm|i've|i'd)$/.test(token.lower) && !token.quoted);

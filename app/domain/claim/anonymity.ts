import type { Token } from "./tokens";

const anonymity =
  /\b(?:not (?:to be|be) (?:named|identified)|on (?:the )?condition of anonymity|(?:declined|refused) to be (?:named|identified)|was not authori[sz]ed to)\b/;

/** Whether words only tell that a source wishes to stay unnamed, which is no fact to check. */
export const staysUnnamed = (words: readonly Token[]): boolean =>
  anonymity.test(words.map((token) => token.lower).join(" "));

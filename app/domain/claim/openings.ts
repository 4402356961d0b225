import type { Token } from "./tokens";

const links = /^(?:but|and|yet|so|still|however|meanwhile|nevertheless|instead|then|later)$/;

/** Where a sentence begins to speak of something: its first word behind "But", "However," and the like. */
export function opening(tokens: readonly Token[]): number {
  const first = tokens.findIndex((token) => token.word);
  if (!links.test(tokens[first]?.lower ?? "")) return first;
  const next = tokens[first + 1]?.text === "," ? first + 2 : first + 1;
  return tokens[next]?.word === true ? next : first;
}

import type { Token } from "./tokens";

/** A comma, a colon, a dash, or the end. */
export const isClauseMark = (token: Token | undefined): boolean =>
  token === undefined || (!token.word && /^[,;:–—]$/.test(token.text));

/** A mark that can part what is said from who says it. */
export const isBorderMark = (token: Token | undefined): boolean =>
  token !== undefined && !token.word && (/^[,–—?!]$/.test(token.text) || token.quoted);

/** This place, or that of the comma before it. */
export function beforeComma(tokens: readonly Token[], at: number): number {
  return tokens[at - 1]?.text === "," && !tokens[at - 1]?.quoted ? at - 1 : at;
}

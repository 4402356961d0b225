import type { Token } from "./tokens";

/** A word without a possessive ending. */
export const bare = (token: Token | undefined): string => token?.text.replace(/['’]s?$/, "") ?? "";

/** A name as it stands in the text, without a possessive ending. */
export function nameText(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token, i, all) => {
      const words = i === all.length - 1 ? bare(token) : token.text;
      const before = all[i - 1];
      return before && token.start > before.end ? ` ${words}` : words;
    })
    .join("");
}

/**
 * Text as Postgres and RFC 8785 can hold it: no NUL, and lone surrogates (half of a character, left when two people
 * type inside one emoji) replaced by U+FFFD.
 */
export function cleanText(text: string): string {
  return text.replaceAll("\u0000", "").replace(/\p{Surrogate}/gu, "\ufffd");
}

import { decodeHTML } from "entities";

const anyTag = /<\/?[a-z][^<>]{0,300}>/gi;
/** Only what people format with: in text that was escaped, other angle brackets may be words. */
const formattingTag =
  /<\/?(?:p|br|b|i|u|em|strong|a|span|div|q|ul|ol|li|h[1-6]|blockquote)\b[^<>]{0,300}>/gi;

/**
 * Plain text of what stands in a field of somebody's markup: tags taken out, entities resolved (also those that were
 * escaped twice), control characters gone, one space between words.
 */
export function plainText(given: string): string {
  const once = decodeHTML(given.replace(anyTag, " ")).replace(formattingTag, " ");
  return decodeHTML(once)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

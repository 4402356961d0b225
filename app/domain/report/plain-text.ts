/** Whatever is none of the characters of XML 1.0 (its production 2). */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Text that may stand in XML 1.0: what XML forbids even when escaped (most control characters, halves of surrogate pairs,
 * U+FFFE and U+FFFF) is taken out. Everything else stays as it is.
 */
export const xmlText = (text: string): string => text.replace(forbidden, "");

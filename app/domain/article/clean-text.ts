const newlines = /\r\n?|[\u2028\u2029\u0085\v\f]/g;
// The byte order mark is a control character in all but name, and would shift every offset after it.
const invisible = /[\p{Cc}\p{Noncharacter_Code_Point}\uFEFF]/gu;
// As many as the stream-safe text format of Unicode allows. Composing a longer run takes time by its square.
const piledMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * The text as it is frozen: one kind of newline, no control characters, non-characters or half characters (a lone
 * surrogate becomes U+FFFD), letters composed (NFC), no white space at the ends of lines and never more than two blank
 * lines together. Tabs become spaces. Cleaning a clean text changes nothing.
 */
export function cleanText(raw: string): string {
  return raw
    .replace(newlines, "\n")
    .split("\n")
    .map(cleanCharacters)
    .join("\n")
    .replace(/\n{4,}/g, "\n\n\n")
    .trim();
}

/** One line, such as a title or a name: clean, with every run of white space as one space. */
export function cleanLine(raw: string): string {
  return cleanText(raw).split(/\s+/).join(" ");
}

/** How many characters a person would count: code points, as the limits of the database do. */
export function characterCount(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

function cleanCharacters(line: string): string {
  return line
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replaceAll("\t", " ")
    .replace(invisible, "")
    .replace(piledMarks, "$1")
    .normalize("NFC")
    .replace(piledMarks, "$1")
    .trimEnd();
}

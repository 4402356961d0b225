/** Somebody who is in a claim's room now, in the colour of their caret. */
export interface PersonPresent {
  id: string;
  name: string;
  color: string;
}

/** At most two letters for a name: of its first and its last word, without what stands in brackets. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\([^)]*\)/g, " ")
    .split(/[\s.,]+/)
    .filter((word) => /^\p{L}/u.test(word));
  const [first = name.trim()] = words;
  const last = words.length > 1 ? (words.at(-1) ?? "") : "";
  return (letterOf(first) + letterOf(last)).toUpperCase() || "?";
}

const letterOf = (word: string): string => [...word][0] ?? "";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Who is there, in a sentence; empty for nobody. `where` is what comes after "is", such as "in this review now". */
export function presenceWords(names: readonly string[], where: string): string {
  if (names.length === 0) return "";
  return `${listed.format(names)} ${names.length === 1 ? "is" : "are"} ${where}`;
}

const between = /[\s\p{Cc}!-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+/u;

/**
 * The words of a text as the list compares them: without accents and capitals, each once. The database does the same
 * (`app_private.search_words`).
 */
export function searchWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/gu, "");
  const words = plain.toLowerCase().split(between);
  return [
    ...new Set(words.filter((word) => word !== "").map((word) => [...word].slice(0, 60).join(""))),
  ];
}

/** Whether each word of the search begins a word of the text. */
export function matchesSearch(text: string, search: string): boolean {
  const words = searchWords(text);
  return searchWords(search).every((begun) => words.some((word) => word.startsWith(begun)));
}

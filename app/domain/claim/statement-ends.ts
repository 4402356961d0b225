/** A quotation that goes on in the next sentence is closed here; a mark without a beginning goes. */
function withPartner(words: string): string {
  const marks = words.match(/["“”]/g) ?? [];
  if (marks.length % 2 === 0) {
    const single = /(?:^|[\s:])[‘'](?=\p{L})(?!.*\p{L}[.,!?…]?[’'](?:[\s.,;:!?]|$))/u.exec(words);
    return single && !/[“"]/.test(words) ? `${words}’` : words;
  }
  const opens = /(?:^|[\s([])["“](?=\S)/g;
  const closes = /(?<=\S)["”](?=[\s.,;:!?)]|$)/g;
  const begun = words.match(opens)?.length ?? 0;
  const ended = words.match(closes)?.length ?? 0;
  if (begun > ended) return `${words}${marks.at(-1) === '"' ? '"' : "”"}`;
  return /["”]$/.test(words) ? words.slice(0, -1) : words.replace(/["”](?=[\s.,;:!?]|$)/, "");
}

/** What ties a sentence to the one before it; alone it says nothing. */
const linkingWord =
  /^(?:(?:however|also|meanwhile|moreover|furthermore|in addition|additionally|besides|nevertheless|nonetheless|still|instead|therefore|thus|consequently|then|indeed|in fact|similarly|likewise|in turn|in contrast|by contrast|on the other hand|at the same time|separately|for (?:example|instance)|of course|in other words|so|yet|finally|too),\s+|(?:meanwhile|moreover|additionally)\s+(?=(?:the|an?|in|on|at|some|many|its|their|his|her)\b)|(?:but|and|or)(?: now,| also)?\s+(?=\p{L}))+/iu;

/** A statement as a sentence: its marks in pairs, a capital, a full stop, no word that only ties it to another. */
export function finish(words: string): string {
  const tidy = words
    .replace(linkingWord, "")
    .replace(/^However (?=\p{Lu}|(?:the|on|in|at|since|during)\b)/u, "")
    .replace(/\s+([,.;:!?])/g, "$1")
    .replace(/@\s+/g, "@")
    .replace(/\s+/g, " ")
    .trim();
  const closed = withPartner(tidy);
  const capital = closed.replace(
    /^([“"‘]?)(\p{Ll})/u,
    (_, quote: string, letter: string) => quote + letter.toUpperCase(),
  );
  return /[.!?…]["'’”»)\]]*$/.test(capital) ? capital : `${capital.replace(/[,;:–—-]+$/, "")}.`;
}

/**
 * A part of an address made from words: lower case ASCII letters, digits and single hyphens, cut at a word's end
 * before `limit`. Empty when nothing of the text can be kept.
 */
export function slugify(text: string, limit = 70): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, limit) : `${slug}-${word}`;
    if (longer.length > limit) break;
    slug = longer;
  }
  return slug;
}

/** An address nobody else has: the words, and the first characters of the thing's own id. */
export function slugFor(text: string, id: string): string {
  const tail = id.replaceAll("-", "").slice(0, 6);
  const words = slugify(text);
  return words === "" ? `claim-${tail}` : `${words}-${tail}`;
}

import { weightOfWord } from "./bm25";

/**
 * As if this many other claims were known besides: in a small collection how often a word was seen says little yet, and
 * every word of the one article in it would look rare.
 */
const background = 1000;

/** What is needed of two claims to say the same. Chosen on the pairs inside seven annotated articles. */
const leastShare = { checked: 0.5, in_work: 0.35 } as const;

/**
 * Whether two claims have enough of their words in common to say the same. Of one that was checked the shorter of both
 * must be found in the longer, since a check may say more; of two in work, which are both whole statements, what they
 * share must weigh against all that they say. Words count by how rare they are.
 *
 * @param seen in how many of `documents` claims a word stands.
 */
export function areAlike(
  kind: keyof typeof leastShare,
  one: readonly string[],
  other: readonly string[],
  documents: number,
  seen: (word: string) => number,
): boolean {
  const a = new Set(one);
  const b = new Set(other);
  const weigh = (words: Iterable<string>) => {
    let sum = 0;
    for (const word of words) sum += weightOfWord(documents + background, seen(word));
    return sum;
  };
  const shared = weigh([...a].filter((word) => b.has(word)));
  const whole = kind === "checked" ? Math.min(weigh(a), weigh(b)) : weigh(new Set([...a, ...b]));
  return whole > 0 && shared / whole >= leastShare[kind];
}

const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Words written as names. The first word of a sentence is left out: it says nothing. */
function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/(?<=[\p{L}\p{N},;:] ["“‘'(]?)(\p{Lu}[\p{L}\p{M}]+)/gu)) {
    const lower = name?.toLowerCase() ?? "";
    if (!calendar.test(lower)) names.add(lower);
  }
  return names;
}

/**
 * Whether two statements are about others: both name somebody or something, and no name is in both. The same words about
 * two towns are two claims.
 */
export function nameOthers(one: string, other: string): boolean {
  const a = namesIn(one);
  const b = namesIn(other);
  return a.size > 0 && b.size > 0 && ![...a].some((name) => b.has(name));
}

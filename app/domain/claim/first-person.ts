import type { Token } from "./tokens";
import { isPastVerb } from "./verb-forms";
import { isVerbBase } from "./verbs";
import { auxiliaries, middleAdverbs, modals } from "./word-lists";

/** Words put for the speaker's "I" and how many tokens they replace; null where the verb's form is not known. */
export interface Told {
  words: string;
  length: number;
}

const joined: Readonly<Record<string, string>> = {
  "i'm": "is",
  "i've": "has",
  "i'll": "will",
  "i'd": "would",
};
const changed: Readonly<Record<string, string>> = {
  am: "is",
  have: "has",
  do: "does",
  "haven't": "hasn't",
  "don't": "doesn't",
};

/**
 * The third person for a first: "I have paid" said by Ann Lee is "Ann Lee has paid". A verb between whose form and the
 * pronoun anything but an adverb stands is left alone.
 */
export function inThirdPerson(tokens: readonly Token[], i: number, name: string): Told | null {
  const token = tokens[i];
  if (!token) return null;
  const { lower } = token;
  const short = joined[lower];
  if (short !== undefined) return { words: `${name} ${short}`, length: 1 };
  if (lower === "my") return { words: `${name}’s`, length: 1 };
  if (lower === "me") return { words: name, length: 1 };
  const follows = tokens[i + 1]?.lower ?? "";
  const verbal = auxiliaries.has(follows) || modals.has(follows);
  if (lower !== "i" || !(verbal || opensClause(tokens[i - 1]))) return null;
  let k = i + 1;
  while (middleAdverbs.has(tokens[k]?.lower ?? "") || /[a-z]{3}ly$/.test(tokens[k]?.lower ?? ""))
    k += 1;
  const verb = tokens[k]?.lower ?? "";
  if (modals.has(verb) || isPastVerb(verb) || verb === "hadn't" || verb === "didn't")
    return { words: name, length: 1 };
  const between = tokens
    .slice(i + 1, k)
    .map((each) => `${each.text} `)
    .join("");
  const form = changed[verb] ?? (isVerbBase(verb) ? thirdPerson(verb) : null);
  return form === null ? null : { words: `${name} ${between}${form}`, length: k - i + 1 };
}

/** "Prompted, I think, by": an "I" in the middle of something else is left alone. */
const opensClause = (before: Token | undefined): boolean =>
  before === undefined ||
  !before.word ||
  /^(?:that|and|but|because|if|when|what|as|so|while|since|after|before|where|how|why|than|which|who|or|though|although)$/.test(
    before.lower,
  );

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

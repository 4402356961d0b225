import { givenNamePronoun } from "./given-names";
import { particles } from "./name-runs";
import type { NameRun } from "./name-runs";
import { nameText } from "./name-text";
import type { Person } from "./person";
import type { Token } from "./tokens";
import { institutionWords, isCountry, isDemonym } from "./word-lists";

/** Somebody who may be a person of the article, until the whole of it was read. */
export interface Candidate extends Person {
  surname: string;
  /** Whether a sentence that was read has named them in full. */
  seen: boolean;
  /** How often the surname alone has led back to them. */
  alone: number;
  /** 0 for a surname with a title, 1 for a name seen only where a sentence begins, 2 for any other full name. */
  rank: number;
}

/** Family names that stand before the given name. */
export const easternFamilies = new Set(
  "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Moon Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Nguyen Tran Le Pham Ho Bong".split(
    " ",
  ),
);

/** Somebody of this name; what is not told of them is not known yet. */
export const candidateOf = (
  name: string,
  surname: string,
  told: Partial<Candidate> & Pick<Candidate, "rank" | "evident">,
): Candidate => ({
  name,
  surname,
  roles: new Set(),
  styled: null,
  pronoun: givenNamePronoun(name.split(" ")[0] ?? ""),
  seen: false,
  alone: 0,
  ...told,
});

/** Whether words can be a person's full name. */
export function isFullName(words: readonly string[]): boolean {
  if (/^(?:The|A|An|This|That|Our|His|Her|Their)$/.test(words[0] ?? "")) return false;
  const personal = words.every((word, i) => {
    const lower = word.toLowerCase();
    if (particles.has(word) && i > 0) return true;
    return /^\p{Lu}[\p{L}.'’-]+$/u.test(word) && !institutionWords.has(lower) && !isDemonym(lower);
  });
  return words.length >= 2 && words.length <= 4 && personal && !isCountry(words.join(" "));
}

/** "Mr Lee", where that is all a text says of the name. */
export const titledSurname = (
  tokens: readonly Token[],
  { from, to, title }: NameRun,
): string | null => (to - from === 1 && title !== null ? nameText(tokens, title, to) : null);

/** Keeps who a surname may lead back to: of several, those whose name is best known. */
export function keep(known: Map<string, Candidate[]>, name: string, candidate: Candidate): void {
  const others = known.get(name);
  if (!others) known.set(name, [candidate]);
  else if (candidate.rank > (others[0]?.rank ?? 0)) known.set(name, [candidate]);
  else if (candidate.rank === others[0]?.rank && others.length < 5) others.push(candidate);
}

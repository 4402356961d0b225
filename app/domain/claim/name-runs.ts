import { givenNamePronoun } from "./given-names";
import { rolesAfter, rolesBefore } from "./name-roles";
import { bare, nameText } from "./name-text";
import {
  abbreviatedTitles,
  isStyle,
  isTitle,
  isTrade,
  postNominal,
  skipTitles,
} from "./name-titles";
import type { Token } from "./tokens";
import {
  auxiliaries,
  honorifics,
  institutionWords,
  isCountry,
  isDemonym,
  modals,
  months,
  openers,
  roleWords,
  weekdays,
} from "./word-lists";

export interface NameRun {
  from: number;
  to: number;
  roles: string[];
  /** A title stands right before it. */
  titled: boolean;
  /** Where the title begins, if the words right before the name are nothing but one. */
  title: number | null;
  /** The end of a longer run that is no name as a whole: "Ward Council Member Ann Lee". */
  buried: boolean;
}

export const longestName = 8;

export const particles = new Set(
  "de della di da du van von der den bin ibn al el la le dos".split(" "),
);

/** Stretches of capitalised words that can be a person's name, without titles before them. */
export function* nameRuns(tokens: readonly Token[]): Generator<NameRun> {
  let i = 0;
  while (i < tokens.length) {
    if (!isNameWord(tokens, i)) {
      i += 1;
      continue;
    }
    let to = i + 1;
    while (to < tokens.length && joins(tokens, to)) to += 1;
    while (to > i && (particles.has(tokens[to - 1]?.lower ?? "") || tokens[to - 1]?.text === "."))
      to -= 1;
    // "Neil Ford QC": what follows a name in capitals is no surname.
    while (to > i + 2 && postNominal.test(tokens[to - 1]?.text ?? "")) to -= 1;
    const end = Math.max(to, i + 1);
    const from = skipPlace(tokens, i, skipTitles(tokens, i, end), end);
    if (from < end && end - from <= longestName && isPersonal(tokens, from, end)) {
      const before = tokens[from - 1]?.lower ?? "";
      const led = tokens.slice(i, from).some((token) => isTitle(token.lower));
      // "U.S. Embassy": a country before one word makes no person of it.
      const titled =
        (from > i && (led || end - from > 1)) ||
        roleWords.has(before) ||
        (end - from >= 2 && isTrade(before));
      yield {
        from,
        to: end,
        roles: [...rolesBefore(tokens, from, end), ...rolesAfter(tokens, end)],
        titled,
        title: from > i && isStyle(tokens.slice(i, from)) ? i : null,
        buried: false,
      };
    } else {
      const last = lastOfRun(tokens, i, end);
      if (last) yield last;
    }
    i = end;
  }
}

/** The last two words of a run that is no name as a whole, or its only one. */
function lastOfRun(tokens: readonly Token[], start: number, to: number): NameRun | null {
  const from = Math.max(start, to - 2);
  const first = bare(tokens[from]).toLowerCase();
  const surname = bare(tokens[to - 1]);
  const tells = (word: string) => institutionWords.has(word) || roleWords.has(word);
  const place = isDemonym(first) || isCountry(first) || isCountry(nameText(tokens, from, to));
  const misfit = place || tells(first) || openers.has(first) || honorifics.has(first);
  if (to - from === 2 && (misfit || (tells(surname.toLowerCase()) && to - start > 2))) return null;
  if (!/^\p{Lu}\p{Ll}/u.test(surname) || isCountry(surname)) return null;
  const plain = tokens.slice(from, to).every((token) => token.word && token.capital);
  if (!plain) return null;
  const roles = rolesAfter(tokens, to);
  return { from, to, roles, titled: false, title: null, buried: true };
}

function isNameWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token?.capital) return false;
  if (token.text.length < 2 && tokens[i + 1]?.text !== ".") return false;
  if (i > 0 && (i > 1 || tokens[0]?.word === true)) return true;
  return !openers.has(token.lower) && !modals.has(token.lower) && !auxiliaries.has(token.lower);
}

function joins(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token || !before || token.start - before.end > 1) return false;
  if (inNickname(tokens, i)) return true;
  if (/['’]s?$/.test(before.lower)) return false;
  if (token.text === ".") return before.text.length === 1 || abbreviatedTitles.has(before.lower);
  // "Prompted I think": the speaker, not a name.
  if (token.text === "I" && tokens[i + 1]?.text !== ".") return false;
  if (token.capital && token.word) return true;
  return particles.has(token.lower) && (tokens[i + 1]?.capital ?? false);
}

/** Whether a token belongs to what stands between first name and surname in 'Rochelle "Shelly" Sterling'. */
export function inNickname(tokens: readonly Token[], i: number): boolean {
  const open = isMark(tokens[i]) ? (isMark(tokens[i - 2]) ? i - 2 : i) : i - 1;
  const [first, nickname, surname] = [tokens[open - 1], tokens[open + 1], tokens[open + 3]];
  if (!isMark(tokens[open]) || !isMark(tokens[open + 2])) return false;
  if (!first?.capital || !nickname?.capital || !surname?.capital || first.quoted) return false;
  return i <= open + 3 && tokens[open + 1]?.start === tokens[open]?.end;
}

const isMark = (token: Token | undefined): boolean => /^["“”]$/.test(token?.text ?? "");

/** "University of Texas Arlington Amneh Jafari": after "of" the last two of many capitals are the name. */
function skipPlace(tokens: readonly Token[], first: number, from: number, to: number): number {
  const led = /^(?:of|at|for|in|on)$/.test(tokens[first - 1]?.lower ?? "") && from === first;
  const plain = tokens.slice(from, to).every((token) => token.word && token.capital);
  return led && plain && to - from >= 3 ? to - 2 : from;
}

function isPersonal(tokens: readonly Token[], from: number, to: number): boolean {
  if (isCountry(nameText(tokens, from, to))) return false;
  for (let i = from; i < to; i += 1) {
    const word = bare(tokens[i]).toLowerCase();
    if (institutionWords.has(word) || isDemonym(word) || /\d|^(?:st|saint)$/.test(word))
      return false;
    if (months.has(word) || weekdays.has(word)) return false;
    // "Paul Expert", whose surname is a trade; "Chief Judge" is nobody's name.
    const surname = i === to - 1 && i > from && givenNamePronoun(bare(tokens[from])) !== null;
    if (roleWords.has(word) && !surname) return false;
    if (isCountry(word) && to - from === 1) return false;
  }
  return true;
}

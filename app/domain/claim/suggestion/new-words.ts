import { particles } from "../name-runs";
import {
  contrasts,
  coordinators,
  determiners,
  honorifics,
  institutionWords,
  isDemonym,
  months,
  openers,
  prepositions,
  roleWords,
  subordinators,
  weekdays,
} from "../word-lists";
import { wordsOf, type SourceWords, type Word } from "./source-words";

const numberWords = new Set(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million " +
    "billion trillion hundreds thousands millions billions trillions dozen dozens half halves third thirds quarter " +
    "quarters twice double triple first second fourth fifth sixth seventh eighth ninth tenth"
  ).split(" "),
);

/** What can open a sentence with a capital. No verbs: "Will" and "May" there are people. */
const closed = [openers, determiners, prepositions, coordinators, subordinators, contrasts];

/**
 * The first name of a statement that does not stand in its sources as it is written there; null when all do. A name is
 * a run of capitalised words ("Ursula von der Leyen"): all of it must stand together, so that two people of an article
 * cannot be made into a third. What is no plain lower-case Latin word counts as a name too, whatever script it is in.
 */
export function newName(statement: string, sources: SourceWords): string | null {
  const words = wordsOf(statement);
  let i = 0;
  while (i < words.length) {
    const word = words[i];
    if (!word?.capital) {
      if (word && !isPlain(word) && !isNumber(word) && !sources.has([word])) return word.text;
      i += 1;
      continue;
    }
    let to = i + 1;
    while (to < words.length && joins(words, to)) to += 1;
    const unknown = unknownIn(words.slice(i, to), sources);
    if (unknown !== null) return unknown;
    i = to;
  }
  return null;
}

function joins(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (!word?.joined) return false;
  if (word.capital) return true;
  const leads = particles.has(word.key) || institutionWords.has(words[i - 1]?.key ?? "");
  const next = words[i + 1];
  if (next?.joined !== true) return false;
  if (next.capital) return particles.has(word.key) || (word.key === "of" && leads);
  return particles.has(word.key) && particles.has(next.key) && joins(words, i + 1);
}

function unknownIn(run: readonly Word[], sources: SourceWords): string | null {
  let rest = run;
  for (let head = rest[0]; head; head = rest[0]) {
    const opens = isOpener(head);
    const leads = isTitle(head.key) && rest[1]?.capital === true;
    if (!opens && !leads) break;
    if (!opens && !stands(head, sources)) return head.text;
    rest = rest.slice(1);
  }
  const [only] = rest;
  if (!only || sources.hasCapitalised(rest)) return null;
  // A word that only opens the sentence is no name, if the article has it at all.
  if (rest.length === 1 && only.first && stands(only, sources)) return null;
  return rest.map(({ text }) => text).join(" ");
}

/** "US" is not the article's "us", and "WHO" opens no sentence as "who" does. */
const isAcronym = ({ text }: Word): boolean => text.length > 1 && text === text.toUpperCase();

const isOpener = (word: Word): boolean =>
  word.first && !isAcronym(word) && closed.some((list) => list.has(word.key));

const stands = (word: Word, sources: SourceWords): boolean =>
  isAcronym(word) ? sources.hasCapitalised([word]) : sources.has([word]);

const isTitle = (key: string): boolean =>
  roleWords.has(key) ||
  honorifics.has(key) ||
  isDemonym(key) ||
  months.has(key) ||
  weekdays.has(key);

/** An ordinary word, which a rewording may bring in. Letters of another width are no ordinary ones. */
const isPlain = ({ text }: Word): boolean =>
  /^[\p{Script=Latin}'’]+$/u.test(text) &&
  !/[^\p{Ll}'’]/u.test(text) &&
  text === text.normalize("NFKC");

const isNumber = ({ key }: Word): boolean =>
  /\p{N}/u.test(key) || /^[%\p{Sc}]$/u.test(key) || numberWords.has(key);

/**
 * The first number of a statement that does not stand in its sources; null when all do. A number is what stands
 * together: "$ 5 million" is one, and so is "31 %", which is the same as "31 percent".
 */
export function newNumber(statement: string, sources: SourceWords): string | null {
  const words = wordsOf(statement);
  let i = 0;
  while (i < words.length) {
    const word = words[i];
    if (!word || !isNumber(word)) {
      i += 1;
      continue;
    }
    let to = i + 1;
    for (let next = words[to]; next?.joined && isNumber(next); next = words[to]) to += 1;
    const run = words.slice(i, to);
    if (!sources.has(run)) return run.map(({ text }) => text).join(" ");
    i = to;
  }
  return null;
}

/** Which share of a statement's words stands in its sources, 0 to 1. */
export function shareOfSources(statement: string, sources: SourceWords): number {
  const words = wordsOf(statement);
  return words.filter((word) => sources.has([word])).length / Math.max(1, words.length);
}

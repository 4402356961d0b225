import type { Mention, Person } from "./people";
import type { Referents } from "./referents";
import { lastCountry } from "./referents";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import {
  dealWords,
  honorifics,
  institutionWords,
  isCountry,
  isDemonym,
  months,
  openers,
  prepositions,
  roleWords,
  subordinators,
  weekdays,
} from "./word-lists";

/** Everything a statement may lean on besides its own words. */
export interface Scene {
  text: string;
  tokens: readonly Token[];
  mentions: readonly Mention[];
  /** Everybody named in the article up to here, each once. */
  people: readonly Person[];
  referents: Referents;
}

/** A piece of a statement: words of the sentence, or words put in. */
export type Piece = Range | string;

export interface Statement {
  text: string;
  /** What stayed open: "who “he” is". */
  notes: string[];
}

/**
 * Writes words of a sentence so that they can be read alone: surnames become names, pronouns and "that country"
 * become what they stand for where that is safe. `matrix` is the subject of the clause around.
 */
export function writeStatement(
  scene: Scene,
  pieces: readonly Piece[],
  matrix: Range | null = null,
): Statement {
  const notes = new Set<string>();
  const written: string[] = [];
  const state: Named = { person: null, thing: false };
  for (const piece of pieces) {
    const words =
      typeof piece === "string" ? piece : writeRange(scene, piece, matrix, state, notes);
    if (typeof piece === "string" && /\p{Lu}/u.test(piece)) {
      const named = scene.people.find((person) => piece.includes(person.name));
      if (named) state.person = named;
      else state.thing = true;
    }
    if (words !== "") written.push(words);
  }
  return { text: finish(written.join(" ")), notes: [...notes] };
}

interface Named {
  person: Person | null;
  thing: boolean;
}

function writeRange(
  scene: Scene,
  range: Range,
  matrix: Range | null,
  state: Named,
  notes: Set<string>,
): string {
  const { text, tokens } = scene;
  let words = "";
  let last = -1;
  for (let i = range.from; i < range.to;) {
    const token = tokens[i];
    if (!token) break;
    const step = replacement(scene, i, range, matrix, state, notes);
    if (last >= 0) words += text.slice(last, token.start).replace(/\s+/g, " ");
    const end = tokens[step.to - 1]?.end ?? token.end;
    words += step.words ?? text.slice(token.start, end);
    last = end;
    i = step.to;
  }
  return words;
}

/** A name that "it" can mean: no title before a person, no capital that only opens the sentence. */
function isThing(token: Token, i: number): boolean {
  if (!token.capital || roleWords.has(token.lower) || honorifics.has(token.lower)) return false;
  return i > 0 || !openers.has(token.lower);
}

interface Step {
  to: number;
  /** Null where the words stay. */
  words: string | null;
}

function replacement(
  scene: Scene,
  i: number,
  range: Range,
  matrix: Range | null,
  state: Named,
  notes: Set<string>,
): Step {
  const { tokens, referents, people } = scene;
  const token = tokens[i];
  const keep: Step = { to: i + 1, words: null };
  if (!token?.word) return keep;
  const mention = scene.mentions.find((each) => each.from === i || (each.from < i && i < each.to));
  if (mention) return named(scene, mention, i, range, state);
  if (token.quoted) return keep;
  if (isThing(token, i)) state.thing = true;

  switch (token.lower) {
    case "he":
    case "she":
    case "him":
    case "his":
      return personPronoun(scene, i, state, notes);
    case "her":
      return personPronoun(scene, i, state, notes);
    case "it":
      return thingPronoun(scene, i, matrix, state, notes);
    case "they":
    case "them":
      if (!state.thing && !hasPlural(tokens, range.from, i)) notes.add(`who “${token.lower}” are`);
      return keep;
    case "we":
    case "our":
    case "us":
      if (!token.capital || i === 0) notes.add("who “we” are");
      return keep;
    case "i":
    case "my":
      notes.add("who “I” is");
      return keep;
    case "the":
    case "that":
    case "this":
      break;
    default:
      return keep;
  }

  const described = referents.described(tokens, i, people);
  if (described) {
    state.person = described.person;
    const possessive = /['’]s$/.test(tokens[described.to - 1]?.text ?? "") ? "’s" : "";
    return { to: described.to, words: described.person.name + possessive };
  }
  return thingDescribed(scene, i, notes);
}

function named(scene: Scene, mention: Mention, i: number, range: Range, state: Named): Step {
  const { tokens } = scene;
  const to = Math.min(mention.to, range.to);
  const first = state.person === null || state.person !== mention.person;
  state.person = mention.person;
  const alone = mention.to - mention.from === 1;
  const before = tokens[i - 1]?.text === "." ? tokens[i - 2] : tokens[i - 1];
  const titled = before !== undefined && /^(?:mr|mrs|ms|dr|sir)$/.test(before.lower);
  if (!alone || !first || titled || i !== mention.from) return { to, words: null };
  const possessive = /['’]s?$/.exec(tokens[i]?.text ?? "")?.[0] ?? "";
  return { to, words: mention.person.name + possessive };
}

function personPronoun(scene: Scene, i: number, state: Named, notes: Set<string>): Step {
  const { tokens, mentions, referents } = scene;
  const token = tokens[i];
  if (!token || state.person) return { to: i + 1, words: null };
  const gender = token.lower === "she" || token.lower === "her" ? "she" : "he";
  const before = [...new Set(mentions.filter((each) => each.to <= i).map((each) => each.person))];
  // "Gloria became unable to move her legs": a name the rules do not know as a person's may be meant.
  const unsure = opensWithName(tokens) || speaksOfSelf(tokens);
  if (before.length === 0 && (namedBefore(tokens, i) || unsure)) {
    if (!namedBefore(tokens, i)) notes.add(`who “${token.lower}” is`);
    return { to: i + 1, words: null };
  }
  const person = before.length === 1 ? before[0] : before.length === 0 ? referents.recent() : null;
  if (!person || (person.pronoun !== null && person.pronoun !== gender)) {
    notes.add(`who “${token.lower}” is`);
    return { to: i + 1, words: null };
  }
  person.pronoun = gender;
  const possessive = token.lower === "his" || (token.lower === "her" && opensNoun(tokens[i + 1]));
  state.person = person;
  return { to: i + 1, words: possessive ? `${person.name}’s` : person.name };
}

function namedBefore(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(0, i).some((token, k) => {
    const lower = token.lower.replace(/['’]s?$/, "");
    if (!token.capital || token.text.length < 2) return false;
    if (k === 0 && (openers.has(lower) || tokens[1]?.capital !== true)) return false;
    return (
      !isCountry(lower) &&
      !isDemonym(lower) &&
      !months.has(lower) &&
      !weekdays.has(lower) &&
      !institutionWords.has(lower) &&
      !roleWords.has(lower) &&
      !/^\p{Lu}{2,}$/u.test(token.text) &&
      !prepositions.has(tokens[k - 1]?.lower ?? "")
    );
  });
}

/** A first word that is no common opener and in no common form may be a name: "Gloria also became". */
const opensWithName = (tokens: readonly Token[]): boolean => {
  const first = tokens[0];
  if (!first?.capital || openers.has(first.lower) || roleWords.has(first.lower)) return false;
  return !isCountry(first.text) && !/(?:s|ing|ed|ly|ment|ion|ce)$/.test(first.lower);
};

const speaksOfSelf = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => /^(?:i|my|i'm|i've|i'd)$/.test(token.lower) && !token.quoted);

const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.word &&
  !prepositions.has(token.lower) &&
  !subordinators.has(token.lower) &&
  !/^(?:to|and|or|but|that|as|if|while|until|again|there|here|now|then|also|not)$/.test(
    token.lower,
  );

function thingPronoun(
  scene: Scene,
  i: number,
  matrix: Range | null,
  state: Named,
  notes: Set<string>,
): Step {
  const { tokens } = scene;
  const keep: Step = { to: i + 1, words: null };
  const next = tokens[i + 1]?.lower ?? "";
  if (
    /^(?:is|was|has|seems|appears|remains|takes|took|will|would|may)$/.test(next) &&
    tokens.slice(i, i + 6).some((each) => each.lower === "that" || each.lower === "to")
  ) {
    return keep;
  }
  if (state.thing) return keep;
  const name = matrix ? placeName(tokens, matrix) : null;
  if (name === null) {
    notes.add("what “it” is");
    return keep;
  }
  state.thing = true;
  return { to: i + 1, words: name };
}

/** The subject as a name, when it is a single capitalised word or a country and not a person. */
function placeName(tokens: readonly Token[], range: Range): string | null {
  const words = tokens.slice(range.from, range.to);
  const [only] = words;
  if (!only?.capital || openers.has(only.lower)) return null;
  const name = words.map((each) => each.text).join(" ");
  return words.length === 1 || isCountry(name) ? name : null;
}

function thingDescribed(scene: Scene, i: number, notes: Set<string>): Step {
  const { tokens, referents, text } = scene;
  const keep: Step = { to: i + 1, words: null };
  const article = tokens[i];
  const next = tokens[i + 1];
  if (!article || !next) return keep;
  const demonstrative = article.lower !== "the";
  if (demonstrative && (next.lower === "country" || next.lower === "nation")) {
    const country = lastCountry(tokens, i) ?? referents.country;
    if (country !== null) return { to: i + 2, words: country };
    notes.add(`which country “${article.lower} ${next.lower}” is`);
    return keep;
  }
  const head = [i + 3, i + 2, i + 1].find(
    (k) =>
      dealWords.has(tokens[k]?.lower ?? "") &&
      tokens
        .slice(i + 1, k)
        .every((each) => each.word && !prepositions.has(each.lower) && !each.capital),
  );
  if (head !== undefined) {
    const after = tokens[head + 1]?.lower ?? "";
    const told =
      referents.deal !== null && referents.deal.told !== "" && referents.deal.at < article.start;
    const toldApart = /^(?:of|on|to|between|with|for|that|which|signed|reached|under)$/.test(after);
    if (told && !toldApart) {
      const words = text.slice(next.start, tokens[head]?.end);
      const the = article.capital ? "The" : "the";
      return { to: head + 1, words: `${the} ${words} ${referents.deal?.told ?? ""}` };
    }
    if (!toldApart) notes.add(`which ${tokens[head]?.lower ?? "one"} is meant`);
    return keep;
  }
  const noun = next.word && /^[a-z]{4,}$/.test(next.lower) && !prepositions.has(next.lower);
  if (
    demonstrative &&
    article.lower === "this" &&
    noun &&
    !/^(?:year|month|week|time|weekend|summer|winter|spring|autumn)$/.test(next.lower)
  ) {
    notes.add(`what “this ${next.lower}” refers to`);
  }
  const role =
    roleWords.has(next.lower) &&
    !tokens[i + 2]?.capital &&
    !/^(?:of|for)$/.test(tokens[i + 2]?.lower ?? "");
  if (role && !honorifics.has(next.lower)) notes.add(`who “${article.lower} ${next.lower}” is`);
  return keep;
}

function hasPlural(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      (token) =>
        /[a-z]{2}s$/.test(token.lower) || token.lower === "and" || token.lower === "people",
    );
}

function finish(words: string): string {
  const tidy = words
    .replace(/\s+([,.;:!?])/g, "$1")
    .replace(/@\s+/g, "@")
    .replace(/\s+/g, " ")
    .trim();
  const capital = tidy.replace(
    /^([“"‘]?)(\p{Ll})/u,
    (_, quote: string, letter: string) => quote + letter.toUpperCase(),
  );
  return /[.!?…]["'’”»)\]]*$/.test(capital) ? capital : `${capital.replace(/[,;:–—-]+$/, "")}.`;
}

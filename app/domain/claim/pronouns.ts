import { styleOf } from "./people";
import type { Person } from "./people";
import { onlyAfterSpeech, reportingVerb } from "./reporting-verbs";
import { opening } from "./openings";
import type { Scene } from "./scene";
import type { Range } from "./subject";
import { isSomeone, subjectOfClauseBefore } from "./subject-before";
import type { Token } from "./tokens";
import {
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

export interface Named {
  person: Person | null;
  thing: boolean;
}

export interface Step {
  to: number;
  /** Null where the words stay. */
  words: string | null;
}

export function personPronoun(
  scene: Scene,
  i: number,
  opens: boolean,
  state: Named,
  notes: Set<string>,
): Step {
  const { tokens, mentions, referents } = scene;
  const token = tokens[i];
  if (!token || state.person) return { to: i + 1, words: null };
  const gender = token.lower === "she" || token.lower === "her" ? "she" : "he";
  if (namedBehindLead(scene, i)) return { to: i + 1, words: null };
  const before = [...new Set(mentions.filter((each) => each.to <= i).map((each) => each.person))];
  // "Gloria became unable to move her legs": a name the rules do not know as a person's may be meant.
  const unsure = opensWithName(tokens) || speaksOfSelf(tokens);
  if (before.length === 0 && (namedBefore(tokens, i) || unsure)) {
    if (!namedBefore(tokens, i)) notes.add(`who “${token.lower}” is`);
    return { to: i + 1, words: null };
  }
  const nearer = before.length === 0 && behindWho(tokens, i);
  const recent = before.length === 0 && !nearer ? referents.onlyRecent(gender) : null;
  const person = before.length === 1 ? before[0] : isOther(scene, i, recent) ? null : recent;
  if (!person || (person.pronoun !== null && person.pronoun !== gender)) {
    const guess = opens && before.length === 0 ? referents.likely(gender) : null;
    const likely = isOther(scene, i, guess) ? null : guess;
    const described = i === opening(tokens) ? referents.subject : null;
    if (!person && !likely && opens && described?.somebody) {
      notes.add(`whether “${token.lower}” is ${described.words}`);
      const own = token.lower === "his" || (token.lower === "her" && opensNoun(tokens[i + 1]));
      state.thing = true;
      return { to: i + 1, words: own ? `${described.words}’s` : described.words };
    }
    if (!likely || (likely.pronoun !== null && likely.pronoun !== gender)) {
      notes.add(`who “${token.lower}” is`);
      return { to: i + 1, words: null };
    }
    notes.add(`whether “${token.lower}” is ${likely.name}`);
    return asPerson(tokens, i, likely, state);
  }
  person.pronoun = gender;
  return asPerson(tokens, i, person, state);
}

/** "In his speech, Lee said": the name that the lead leans on stands right behind it. */
function namedBehindLead({ tokens, finite, mentions }: Scene, i: number): boolean {
  if (!/^(?:his|her)$/.test(tokens[i]?.lower ?? "")) return false;
  const first = opening(tokens);
  const comma = tokens.findIndex((token, k) => k > i && token.text === ",");
  if (!prepositions.has(tokens[first]?.lower ?? "") || comma < 0) return false;
  if (finite.slice(first, comma).some(Boolean)) return false;
  const next = mentions.find(({ from }) => from > comma);
  return next !== undefined && !finite.slice(comma, next.from).some(Boolean);
}

/** "It was sold by the owner, who said that he": the owner stands nearer than anybody named before. */
function behindWho(tokens: readonly Token[], i: number): boolean {
  const who = tokens.findIndex(({ lower }, k) => k < i && lower === "who");
  return [tokens[who - 1], tokens[who - 2]].some((each) => each !== undefined && isSomeone(each));
}

/** "He claimed that Lee would stay": whoever "he" is, it is not Lee. */
export function isOther({ tokens, mentions }: Scene, i: number, person: Person | null): boolean {
  if (!person || !/^(?:he|she)$/.test(tokens[i]?.lower ?? "")) return false;
  const later = mentions.find((each) => each.from > i && each.person === person);
  return !!later && !tokens.slice(i, later.from).some((token) => parts.test(token.lower));
}

const parts = /^(?:and|but|;|:|“|"|—|–|as|when|while|where|if)$/;

function asPerson(tokens: readonly Token[], i: number, person: Person, state: Named): Step {
  const token = tokens[i];
  if (!token) return { to: i + 1, words: null };
  const possessive = token.lower === "his" || (token.lower === "her" && opensNoun(tokens[i + 1]));
  state.person = person;
  return { to: i + 1, words: possessive ? `${styleOf(person)}’s` : styleOf(person) };
}

/** Whether a name the rules do not know as a person's stands before a pronoun and may be meant by it. */
export function namedBefore(tokens: readonly Token[], i: number): boolean {
  return tokens.slice(0, i).some((token, k) => {
    const lower = token.lower.replace(/['’]s?$/, "");
    if (!token.capital || token.text.length < 2) return false;
    if (k === 0 && (openers.has(lower) || tokens[1]?.capital !== true)) return false;
    const two = [
      `${tokens[k - 1]?.lower ?? ""} ${lower}`,
      `${lower} ${tokens[k + 1]?.lower ?? ""}`,
    ];
    return (
      !isCountry(lower) &&
      !two.some(isCountry) &&
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

/** What an "it" or "they" at the head of a statement most likely is: the subject before it. A guess, to be noted. */
export function likelyMeant(scene: Scene, i: number, several: boolean): string | null {
  const first = opening(scene.tokens);
  const subject = i === first ? scene.referents.subject : subjectOfClauseBefore(scene, i);
  if (subject?.several !== several || subject.somebody) return null;
  const says = reportingVerb(scene.tokens[i + 1]?.lower ?? "") !== undefined;
  return subject.onlyAsPeople && !says ? null : subject.words;
}

export function thingPronoun(
  scene: Scene,
  i: number,
  range: Range,
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
  const spoke = speaksAgain(scene, i);
  if (spoke !== null) {
    state.thing = true;
    return { to: i + 1, words: spoke };
  }
  const name = matrix ? placeName(tokens, matrix) : null;
  if (name === null) {
    const likely = i === range.from ? likelyMeant(scene, i, false) : null;
    notes.add(likely === null ? "what “it” is" : `whether “it” is ${likely}`);
    if (likely === null) return keep;
    state.thing = true;
    return { to: i + 1, words: likely };
  }
  state.thing = true;
  return { to: i + 1, words: name };
}

/** "It did not say which": the organisation that spoke last goes on, or does not. */
function speaksAgain({ tokens, people, referents }: Scene, i: number): string | null {
  const { speaker } = referents;
  if (i !== opening(tokens) || speaker === null || people.some((each) => each.name === speaker))
    return null;
  // "It was expected to rise" says nothing.
  if (/^(?:is|was|has|had|could|may|might)$/.test(tokens[i + 1]?.lower ?? "")) return null;
  const says = tokens.slice(i + 1, i + 4).some(({ lower }) => speaks(lower));
  return says ? speaker : null;
}

function speaks(word: string): boolean {
  const verb = reportingVerb(word);
  if (verb === undefined) return /^(?:comment|commented)$/.test(word);
  return !onlyAfterSpeech.has(verb.lemma) && !/^(?:put|point|hear|call)$/.test(verb.lemma);
}

/** The subject as a name, when it is a single capitalised word or a country and not a person. */
function placeName(tokens: readonly Token[], range: Range): string | null {
  const words = tokens.slice(range.from, range.to);
  const [only] = words;
  if (!only?.capital || openers.has(only.lower)) return null;
  const name = words.map((each) => each.text).join(" ");
  return words.length === 1 || isCountry(name) ? name : null;
}

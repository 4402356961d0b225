import { namedBefore, opensWithName, speaksOfSelf } from "./names-before";
import { opening } from "./openings";
import { styleOf } from "./person";
import type { Person } from "./person";
import type { Named, Step } from "./pronoun";
import type { Scene } from "./scene";
import { isSomeone } from "./subject-before";
import type { Token } from "./tokens";
import { prepositions, subordinators } from "./word-lists";

/** Reads "he", "she", "his" and "her" as whoever they lead back to where nobody else competes. */
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

const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.word &&
  !prepositions.has(token.lower) &&
  !subordinators.has(token.lower) &&
  !/^(?:to|and|or|but|that|as|if|while|until|again|there|here|now|then|also|not)$/.test(
    token.lower,
  );

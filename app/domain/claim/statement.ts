import { thingDescribed } from "./described-things";
import type { Mention } from "./people";
import { personPronoun, thingPronoun } from "./pronouns";
import type { Named, Step } from "./pronouns";
import type { Piece, Scene } from "./scene";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { honorifics, openers, roleWords } from "./word-lists";

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

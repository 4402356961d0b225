import { thingDescribed } from "./described-things";
import { organisationStep } from "./organisation-meant";
import { finish } from "./statement-ends";
import { inThirdPerson } from "./first-person";
import { titleBefore } from "./bearers";
import { abbreviatedTitles } from "./name-titles";
import { styleOf } from "./person";
import type { Mention } from "./person";
import { organisationMeant, ownerMeant, severalMeant } from "./plural-pronouns";
import { personPronoun } from "./person-pronouns";
import type { Named, Step } from "./pronoun";
import { likelyMeant, thingPronoun } from "./thing-pronouns";
import type { Piece, Scene } from "./scene";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { determiners, honorifics, openers, roleWords } from "./word-lists";

export interface Statement {
  text: string;
  /** What stayed open: "who “he” is". */
  notes: string[];
}

/** How a statement is written. */
export interface Manner {
  /** The subject of the clause around. */
  matrix?: Range | null;
  /** Who says "I" in it. */
  speaker?: string | null;
  /** Words between quotation marks stay as they were said. */
  verbatim?: boolean;
}

/**
 * Writes words of a sentence so that they can be read alone: surnames become names, pronouns and "that country"
 * become what they stand for where that is safe.
 */
export function writeStatement(
  scene: Scene,
  pieces: readonly Piece[],
  { matrix = null, speaker = null, verbatim = false }: Manner = {},
): Statement {
  const notes = new Set<string>();
  const written: string[] = [];
  const state: Named = { person: null, thing: false };
  for (const piece of pieces) {
    let words =
      typeof piece === "string"
        ? piece
        : writeRange(scene, piece, { matrix, speaker, verbatim }, state, notes);
    if (typeof piece === "string" && /\p{Lu}/u.test(piece)) {
      const named = scene.people.find((person) => piece.includes(person.name));
      if (named) state.person = named;
      else state.thing = true;
      if (named?.name === piece) words = styleOf(named);
    }
    if (words !== "") written.push(words);
  }
  return { text: finish(written.join(" ")), notes: [...notes] };
}

function writeRange(
  scene: Scene,
  range: Range,
  manner: Manner,
  state: Named,
  notes: Set<string>,
): string {
  const { text, tokens } = scene;
  let words = "";
  let last = -1;
  for (let i = range.from; i < range.to;) {
    const token = tokens[i];
    if (!token) break;
    const step = replacement(scene, i, range, manner, state, notes);
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
  { matrix = null, speaker = null, verbatim = false }: Manner,
  state: Named,
  notes: Set<string>,
): Step {
  const { tokens, finite, referents, people } = scene;
  const token = tokens[i];
  const keep: Step = { to: i + 1, words: null };
  if (!token?.word || (verbatim && token.quoted)) return keep;
  const titled =
    courtesy.test(token.lower) && !token.quoted ? i + (tokens[i + 1]?.text === "." ? 2 : 1) : -1;
  const addressed = scene.mentions.find((each) => each.from === titled && each.to === titled + 1);
  if (addressed && titled < range.to && state.person !== addressed.person) {
    // "Mr Lee" says more than "Lee" where the text tells no first name.
    if (addressed.person.styled !== null) {
      state.person = addressed.person;
      return { to: Math.min(addressed.to, range.to), words: null };
    }
    return named(scene, addressed, titled, range, state);
  }
  const mention = scene.mentions.find((each) => each.from === i || (each.from < i && i < each.to));
  if (mention) return named(scene, mention, i, range, state);
  if (speaker !== null && token.quoted) {
    const told = inThirdPerson(tokens, i, speaker);
    if (told) return { to: i + told.length, words: told.words };
  }
  if (token.quoted) return keep;
  const short = shortened(scene, i);
  if (short) {
    const step = replacement(short.scene, i, range, { matrix, speaker, verbatim }, state, notes);
    return step.words === null ? keep : { ...step, words: `${step.words} ${short.verb}` };
  }
  if (isThing(token, i)) state.thing = true;

  switch (token.lower) {
    case "he":
    case "she":
    case "him":
    case "his":
    case "her": {
      const related = referents.described(tokens, i, people);
      if (related && related.person !== state.person) {
        state.person = related.person;
        const told = `${token.lower} ${tokens[i + 1]?.text ?? ""}`;
        notes.add(`whether “${told}” is ${related.person.name}`);
        return { to: related.to, words: styleOf(related.person) };
      }
      return personPronoun(scene, i, i === range.from, state, notes);
    }
    case "it":
      return (
        organisationMeant(scene, i, range, state) ??
        thingPronoun(scene, i, range, matrix, state, notes)
      );
    case "its":
    case "their":
      return ownerMeant(scene, i, range, state, notes);
    case "they":
    case "them":
      return severalMeant(scene, i, range, state, notes);
    case "there":
      if (
        !state.thing &&
        !finite[i + 1] &&
        /^(?:killed|died|dead|injured|born|living|lived|working|held|built|stationed|found|go|went|travel|travelled|moved|arrived)$/.test(
          tokens[i - 1]?.lower ?? "",
        )
      )
        notes.add("where “there” is");
      return keep;
    case "we":
    case "our":
    case "us":
      if (token.text !== "US" && (!token.capital || i === 0)) notes.add("who “we” are");
      return keep;
    case "i":
    case "my":
      notes.add("who “I” is");
      return keep;
    case "these":
    case "those":
      return i === range.from && (finite[i + 1] || tokens[i + 1]?.lower === "include")
        ? pointsBack(scene, i, state, notes)
        : keep;
    case "that":
    case "this":
      if (i === range.from && finite[i + 1]) notes.add(`what “${token.lower}” refers to`);
      break;
    case "the":
      break;
    default:
      return keep;
  }

  const described = referents.described(tokens, i, people);
  const inserted = described && scene.mentions.find((each) => each.from === described.to + 1);
  if (inserted && inserted.person === described.person && tokens[described.to]?.text === ",") {
    state.person = inserted.person;
    return { to: inserted.to, words: null };
  }
  if (described) {
    state.person = described.person;
    const possessive = /['’]s$/.test(tokens[described.to - 1]?.text ?? "") ? "’s" : "";
    return { to: described.to, words: styleOf(described.person) + possessive };
  }
  const organisation = organisationStep(scene, i, range);
  if (organisation) {
    state.thing = true;
    return organisation;
  }
  return thingDescribed(scene, i, notes);
}

/** "These include": what the sentence before was about, as a guess; else it stays open. */
function pointsBack(scene: Scene, i: number, state: Named, notes: Set<string>): Step {
  const word = scene.tokens[i]?.lower ?? "";
  const likely = word === "these" ? likelyMeant(scene, i, true) : null;
  notes.add(likely === null ? `what “${word}” are` : `whether “these” are ${likely}`);
  if (likely !== null) state.thing = true;
  return { to: i + 1, words: likely };
}

/** "He's", "they've" as the pronoun and its verb; "it's" mostly points at nothing. */
function shortened(scene: Scene, i: number): { scene: Scene; verb: string } | null {
  const token = scene.tokens[i];
  const [, lower, ending = ""] = /^(he|she|they)'(s|re|ve|ll)$/.exec(token?.lower ?? "") ?? [];
  if (!token || lower === undefined) return null;
  const has = /^(?:been|had|got|gone|become|done|taken|made|seen|given)$/;
  const next = scene.tokens[i + 1]?.lower ?? "";
  const verb = { re: "are", ve: "have", ll: "will" }[ending] ?? (has.test(next) ? "has" : "is");
  const tokens = scene.tokens.with(i, { ...token, lower });
  return { scene: { ...scene, tokens }, verb };
}

const courtesy = /^(?:mr|mrs|ms)$/;

function named(scene: Scene, mention: Mention, i: number, range: Range, state: Named): Step {
  const { tokens } = scene;
  const to = Math.min(mention.to, range.to);
  const first = state.person === null || state.person !== mention.person;
  state.person = mention.person;
  const alone = mention.to - mention.from === 1;
  if (!alone || !first || i !== mention.from) return { to, words: null };
  const ending = /['’]s?$/.exec(tokens[i]?.text ?? "")?.[0] ?? "";
  const possessive = ending.length === 1 && !mention.person.name.endsWith("s") ? "’s" : ending;
  const title = titleBefore(tokens, i);
  const titled = roleWords.has(title) || honorifics.has(title) || abbreviatedTitles.has(title);
  // "The Lee administration" bears no title.
  const bare = titled || determiners.has(title);
  const name = bare ? mention.person.name : styleOf(mention.person);
  return { to, words: name + possessive };
}

import { isPeople } from "./antecedents";
import type { Person } from "./person";
import { namedBefore } from "./names-before";
import { isOther } from "./person-pronouns";
import type { Scene } from "./scene";
import { isEvidence } from "./evidence-nouns";
import { unknownSpeaker } from "./speaker-found";
import type { Speaker } from "./speaker-found";
import type { Token } from "./tokens";
import { people } from "./unnamed-people";

/** Who a pronoun before a verb of saying is; null where the word is none. `at` is its place, 0 behind what is said. */
export function fromPronoun(
  scene: Scene,
  lower: string,
  words: string,
  at: number,
): Speaker | null {
  const { referents } = scene;
  const speakerIsPerson = scene.people.some((each) => each.name === referents.speaker);
  switch (lower) {
    case "he":
    case "she": {
      const here = personBefore(scene, at);
      if (here === "several") return unknownSpeaker(words, `who “${lower}” is`);
      if (here !== null && (here.pronoun === null || here.pronoun === lower)) {
        here.pronoun = lower;
        return { claimant: here.name, piece: here.name, words: here.name, notes: [] };
      }
      const { unnamed } = referents;
      if (unnamed !== null) {
        return {
          claimant: unnamed,
          piece: unnamed,
          words: unnamed,
          notes: [`the name of “${unnamed}”`],
        };
      }
      const person = referents.recent();
      // "He claimed that Lee had left": Lee does not speak.
      const fits = person && (person.pronoun === null || person.pronoun === lower);
      if (fits && isOther(scene, at, person)) {
        return unknownSpeaker(words, `who “${lower}” is`);
      }
      if (!person || !fits) {
        const before = fromSpeakerBefore(scene, lower);
        if (before) return before;
        return unknownSpeaker(words, `who “${lower}” is`);
      }
      person.pronoun = lower;
      return { claimant: person.name, piece: person.name, words: person.name, notes: [] };
    }
    case "it":
    case "they": {
      const last = speakerIsPerson ? null : referents.speaker;
      // What results show "they" do not say; the researchers who spoke before do.
      const name =
        lower === "they" && last !== null && isEvidence(last) ? (referents.group ?? last) : last;
      // "Researchers took samples. They found": whom the sentence before was about.
      const { subject } = referents;
      const about = lower === "they" && subject?.several === true ? subject.words : null;
      if (name === null && about !== null && isPeople(about.split(" ").at(-1) ?? "")) {
        const notes = [`whether “they” are ${about}`];
        if (scene.text.includes(about))
          return { claimant: about, piece: about, words: about, notes };
      }
      return name === null
        ? unknownSpeaker(words, `who “${lower}” ${lower === "it" ? "is" : "are"}`)
        : { claimant: name, piece: name, words: name, notes: [] };
    }
    case "i":
    case "we":
    case "who":
    case "this":
    case "that":
    case "there":
    case "which":
    case "you":
      return unknownSpeaker(words, `who “${lower}” is`);
    default:
      return null;
  }
}

/** Whoever spoke last, if "he" or "she" can be them; null otherwise. */
export function fromSpeakerBefore({ referents, people }: Scene, lower: string): Speaker | null {
  if (lower !== "he" && lower !== "she") return null;
  const person = people.find((each) => each.name === referents.speaker);
  if (!person || (person.pronoun !== null && person.pronoun !== lower)) return null;
  person.pronoun = lower;
  return { claimant: person.name, piece: person.name, words: person.name, notes: [] };
}

/**
 * Whom an earlier part of the sentence names: "Lee left, and he said". Where it names several, or somebody the rules
 * do not know, a "he" says too little.
 */
function personBefore({ tokens, mentions }: Scene, at: number): Person | "several" | null {
  const before = new Set(mentions.filter((each) => each.to <= at).map((each) => each.person));
  const [only] = before;
  if (before.size > 1) return insertedName(tokens, mentions) ?? "several";
  if (only) return only;
  const someone = tokens
    .slice(0, at)
    .some(
      (token) =>
        !token.quoted && (people.has(token.lower) || /^(?:sister|brother)$/.test(token.lower)),
    );
  const open = tokens.slice(0, at).filter((token) => !token.quoted);
  return someone || (namedBefore(open, open.length) && !isNameless(tokens, at)) ? "several" : null;
}

/** "Dutschke's attorney, Lori Basham, did not call, but she said": whom the name between two commas tells. */
function insertedName(tokens: Scene["tokens"], mentions: Scene["mentions"]): Person | null {
  const told = mentions.filter(
    ({ from, to }) => tokens[from - 1]?.text === "," && tokens[to]?.text === ",",
  );
  const [only] = told;
  const owner = tokens.slice(0, only?.from ?? 0).some((token) => /['’]s?$/.test(token.text));
  return only && told.length === 1 && owner ? only.person : null;
}

/** "Speaking to the Corriere, he said": a name after a preposition is no rival. */
const isNameless = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some((token) => token.text === ",") && /ing$/.test(tokens[0]?.lower ?? "");

import { organisationNamed } from "./organisation-meant";
import type { Attribution } from "./attribution";
import type { Piece, Scene } from "./scene";
import { leadingName, withoutTitle, wordsOf } from "./speaker-names";
import type { Person } from "./people";
import { namedBefore } from "./pronouns";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { people } from "./unnamed-people";
import { openers, roleWords } from "./word-lists";

/** Who a statement is ascribed to. */
export interface Speaker {
  /** Words that stand in the article; null when the speaker cannot be told. */
  claimant: string | null;
  /** How a statement names them. */
  piece: Piece;
  /** How the article introduces them here, titles included. */
  words: string;
  notes: string[];
}

/** Finds who speaks; a verb without a subject of its own shares the one before it. */
export function speakerOf(
  scene: Scene,
  attribution: Attribution,
  shared: Speaker | null,
  subject: Range | null,
): Speaker {
  if (attribution.speaker) {
    return (
      beforeAppositions(scene, attribution.speaker) ??
      apposed(scene, attribution) ??
      owner(scene, attribution.speaker) ??
      speakerFrom(scene, attribution.speaker, attribution.contentFirst)
    );
  }
  if (shared) return shared;
  if (subject) return speakerFrom(scene, subject);
  return unknownSpeaker("The speaker", "who says this");
}

/** "Britain's health secretary, Wes Streeting, said": the name inserted is who speaks. */
function apposed(scene: Scene, { speaker, inserted }: Attribution): Speaker | null {
  if (!speaker || !inserted) return null;
  const { tokens, text } = scene;
  const words = tokens.slice(inserted.from, inserted.to);
  const described = tokens
    .slice(speaker.from, speaker.to)
    .some((token) => roleWords.has(token.lower));
  if (!described || words.length > 4 || !words.every((token) => token.capital)) return null;
  return {
    claimant: text.slice(words[0]?.start, words.at(-1)?.end),
    piece: { from: speaker.from, to: inserted.to + 1 },
    words: text.slice(tokens[speaker.from]?.start, words.at(-1)?.end),
    notes: [],
  };
}

/** "by Lee's count": Lee counts. */
function owner({ tokens, text, mentions }: Scene, np: Range): Speaker | null {
  const last = tokens[np.to - 1];
  if (!last || !/['’]s?$/.test(last.text)) return null;
  const words = text.slice(tokens[np.from]?.start, last.end).replace(/['’]s?$/, "");
  const person = mentions.find((each) => each.to === np.to)?.person;
  const name = person?.name ?? words;
  return { claimant: name, piece: name, words, notes: [] };
}

function speakerFrom(scene: Scene, np: Range, afterSpeech = false): Speaker {
  const { tokens, text, mentions, referents, people } = scene;
  const first = tokens[np.from];
  const last = tokens[np.to - 1];
  if (!first || !last) return unknownSpeaker("The speaker", "who says this");
  const words = text.slice(first.start, last.end).replace(/\s+/g, " ");
  if (np.to - np.from === 1) {
    const pronoun = fromPronoun(scene, first.lower, words, afterSpeech ? 0 : np.from);
    if (pronoun) return pronoun;
  }
  const same = referents.sameUnnamed(tokens, np);
  if (same !== null) {
    return { claimant: same, piece: np, words: same, notes: [`the name of “${same}”`] };
  }
  const described = referents.described(tokens, np.from, people);
  if (described && described.to === np.to) {
    const { name } = described.person;
    return { claimant: name, piece: name, words: `${words} ${name}`, notes: [] };
  }
  const organisation = organisationNamed(scene, np);
  if (organisation !== null) {
    const notes: string[] = [];
    return { claimant: organisation, piece: np, words: `${words} ${organisation}`, notes };
  }
  const leader = beforeAppositions(scene, np);
  if (leader) return leader;
  // "Lead author Celine Vetter of the University": the name stands before what it belongs to.
  const linkAt = tokens.findIndex(
    (token, i) =>
      i > np.from && i < np.to && /^(?:of|from|at|in)$/.test(token.lower) && tokens[i - 1]?.capital,
  );
  const named = mentions.find(
    (each) => each.from >= np.from && (each.to === np.to || each.to === linkAt),
  );
  const joined = tokens
    .slice(np.from, np.to)
    .some((token) => token.lower === "and" || token.lower === "for");
  if (named && !joined && !/['’]s?$/.test(tokens[named.to - 1]?.text ?? "")) {
    // "a spokesman of Conte" is not Conte.
    const link = tokens[named.from - 1]?.lower ?? "";
    if (!/^(?:of|by|to|from|with|like|than|'s)$/.test(link)) {
      return { claimant: named.person.name, piece: np, words, notes: [] };
    }
  }
  const relative = tokens.findIndex(
    (token, i) => i > np.from && i < np.to && /^(?:who|which|that)$/.test(token.lower),
  );
  const bracket = tokens.findIndex((token, i) => i > np.from && i < np.to && token.text === "(");
  const head = {
    from: np.from,
    to: Math.min(relative > 0 ? relative : np.to, bracket > 0 ? bracket : np.to),
  };
  const claimant = leadingName(scene, head) ?? withoutTitle(scene, head) ?? wordsOf(scene, head);
  const opener = openers.has(tokens[np.from]?.lower ?? "");
  const unnamed = opener || !/^\p{Lu}/u.test(claimant) || /['’]s /.test(claimant);
  const noun = claimant.split(/\s(?:of|by|from|in|on|for|at)\s/)[0] ?? claimant;
  const isSomebody = noun
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => roleWords.has(word.replace(/s$/, "")) || /^(?:sources?|officers?)$/.test(word));
  const isThing = /\b(?:figures|data|documents?|reports?|statements?|records|results|estimates)$/i;
  return {
    claimant,
    piece: np,
    words,
    notes: unnamed && isSomebody && !isThing.test(noun) ? [`the name of “${claimant}”`] : [],
  };
}

/** "Ann Lee, director of the museum, Porto, said": the person in front of what only describes them. */
function beforeAppositions(scene: Scene, np: Range): Speaker | null {
  const { tokens, mentions, text } = scene;
  if (tokens[np.from - 1]?.text !== ",") return null;
  if (mentions.some((each) => each.from >= np.from && each.to <= np.to)) return null;
  const told = describesOnly(scene, np);
  const described =
    told || tokens.slice(np.from, np.to).some((token) => roleWords.has(token.lower));
  const first = mentions.find((each) => each.to < np.from && tokens[each.to]?.text === ",");
  if (!first || (!described && np.to - np.from > 2)) return null;
  const lead = tokens.slice(0, first.from);
  const between = tokens.slice(first.to, np.from);
  const titles = lead.every((token) => token.capital || roleWords.has(token.lower));
  const describes = between.some((token) => roleWords.has(token.lower)) || described;
  if (!titles || lead.length > 6 || !describes) return null;
  const words = text.slice(tokens[0]?.start, tokens[np.to - 1]?.end).replace(/\s+/g, " ");
  const { name } = first.person;
  return { claimant: name, piece: name, words, notes: [] };
}

/** Nothing but words in small letters about somebody, and no verb, from the first comma to the verb of saying. */
function describesOnly({ tokens, finite }: Scene, np: Range): boolean {
  const comma = tokens.findIndex((token) => token.text === ",");
  const next = tokens[comma + 1];
  if (comma < 2 || comma >= np.from || !next?.word || next.capital) return false;
  const about = tokens.slice(comma + 1, np.to);
  const joins = about.some((token, k) => token.lower === "and" && about[k + 1]?.capital === true);
  return (
    !joins &&
    !finite.slice(0, np.to).some(Boolean) &&
    !/^(?:and|or|but|in|on|at|by|from|for)$/.test(next.lower)
  );
}

function fromPronoun(scene: Scene, lower: string, words: string, at: number): Speaker | null {
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
      if (!person || (person.pronoun !== null && person.pronoun !== lower)) {
        return unknownSpeaker(words, `who “${lower}” is`);
      }
      person.pronoun = lower;
      return { claimant: person.name, piece: person.name, words: person.name, notes: [] };
    }
    case "it":
    case "they": {
      const name = speakerIsPerson ? null : referents.speaker;
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

/**
 * Whom an earlier part of the sentence names: "Lee left, and he said". Where it names several, or somebody the rules
 * do not know, a "he" says too little.
 */
function personBefore({ tokens, mentions }: Scene, at: number): Person | "several" | null {
  const before = new Set(mentions.filter((each) => each.to <= at).map((each) => each.person));
  const [only] = before;
  if (before.size > 1) return "several";
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

/** "Speaking to the Corriere, he said": a name after a preposition is no rival. */
const isNameless = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(0, at).some((token) => token.text === ",") && /ing$/.test(tokens[0]?.lower ?? "");

/** Somebody whom the article does not tell. */
export const unknownSpeaker = (words: string, note: string): Speaker => ({
  claimant: null,
  piece: words,
  words: "",
  notes: [note],
});

/** A speaker found in another sentence is written out, since its words are not in this one. */
export function asName(scene: Scene, speaker: Speaker): Speaker {
  const { piece } = speaker;
  if (typeof piece === "string") return speaker;
  const words = scene.text.slice(scene.tokens[piece.from]?.start, scene.tokens[piece.to - 1]?.end);
  return { ...speaker, piece: speaker.claimant ?? words };
}

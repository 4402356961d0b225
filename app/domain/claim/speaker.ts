import type { Attribution } from "./attribution";
import type { Person } from "./people";
import type { Piece, Scene } from "./statement";
import type { Range } from "./subject";
import { honorifics, isDemonym, roleWords } from "./word-lists";

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
    return apposed(scene, attribution) ?? speakerFrom(scene, attribution.speaker);
  }
  if (shared) return shared;
  if (subject) return speakerFrom(scene, subject);
  return unknown("The speaker", "who says this");
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

function speakerFrom(scene: Scene, np: Range): Speaker {
  const { tokens, text, mentions, referents, people } = scene;
  const first = tokens[np.from];
  const last = tokens[np.to - 1];
  if (!first || !last) return unknown("The speaker", "who says this");
  const words = text.slice(first.start, last.end).replace(/\s+/g, " ");
  if (np.to - np.from === 1) {
    const pronoun = fromPronoun(scene, first.lower, words);
    if (pronoun) return pronoun;
  }
  const described = referents.described(tokens, np.from, people);
  if (described && described.to === np.to) {
    const { name } = described.person;
    return { claimant: name, piece: name, words: `${words} ${name}`, notes: [] };
  }
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
  const claimant = withoutTitle(scene, np) ?? words;
  const unnamed = !/^\p{Lu}/u.test(claimant) || /['’]s /.test(claimant);
  const head = claimant.split(/\s(?:of|by|from|in|on|for|at)\s/)[0] ?? claimant;
  const isSomebody = head
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => roleWords.has(word.replace(/s$/, "")) || /^(?:sources?|officers?)$/.test(word));
  return {
    claimant,
    piece: np,
    words,
    notes: unnamed && isSomebody ? [`the name of “${claimant}”`] : [],
  };
}

function fromPronoun(scene: Scene, lower: string, words: string): Speaker | null {
  const { referents } = scene;
  const speaking = scene.people.find((each) => each.name === referents.speaker);
  const speakerIsPerson = speaking !== undefined;
  switch (lower) {
    case "he":
    case "she": {
      const fits = (each: Person | null | undefined) =>
        each && (each.pronoun === null || each.pronoun === lower) ? each : null;
      const person = fits(speaking) ?? fits(referents.recent());
      if (!person) return unknown(words, `who “${lower}” is`);
      person.pronoun = lower;
      return { claimant: person.name, piece: person.name, words: person.name, notes: [] };
    }
    case "it":
    case "they": {
      const name = speakerIsPerson ? null : referents.speaker;
      return name === null
        ? unknown(words, `who “${lower}” ${lower === "it" ? "is" : "are"}`)
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
      return unknown(words, `who “${lower}” is`);
    default:
      return null;
  }
}

/** "President Macron" speaks as "Macron". */
function withoutTitle(scene: Scene, np: Range): string | null {
  const { tokens, text } = scene;
  let from = np.from;
  while (from < np.to - 1) {
    const lower = tokens[from]?.lower ?? "";
    if (lower !== "." && !roleWords.has(lower) && !honorifics.has(lower) && !isDemonym(lower))
      break;
    from += 1;
  }
  const titled = tokens
    .slice(np.from, from)
    .some((token) => roleWords.has(token.lower) || /^(?:mr|mrs|ms|dr)$/.test(token.lower));
  const rest = tokens.slice(from, np.to);
  if (!titled || !rest.every((token) => token.capital || token.text === ".")) return null;
  return text.slice(rest[0]?.start, rest.at(-1)?.end);
}

const unknown = (words: string, note: string): Speaker => ({
  claimant: null,
  piece: words,
  words: "",
  notes: [note],
});

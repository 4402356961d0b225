import { organisationNamed } from "./organisation-meant";
import type { Attribution } from "./attribution";
import { isEvidenceNoun } from "./evidence-nouns";
import { postNominal } from "./name-titles";
import { isCourt } from "./reporting-cue";
import type { Scene } from "./scene";
import { apposed, beforeAppositions, nameBehind, owner } from "./speaker-appositions";
import { firmSpokenOf, likelySpeaker, speakerAgain } from "./speaker-again";
import { unknownSpeaker } from "./speaker-found";
import type { Speaker } from "./speaker-found";
import { leadingName, withoutTitle, wordsOf } from "./speaker-names";
import { fromPronoun, fromSpeakerBefore } from "./speaker-pronouns";
import type { Range } from "./subject";
import { openers, roleWords } from "./word-lists";

/** Finds who speaks; a verb without a subject of its own shares the one before it. */
export function speakerOf(
  scene: Scene,
  attribution: Attribution,
  shared: Speaker | null,
  subject: Range | null,
): Speaker {
  if (attribution.speaker) {
    const again = sharedBy(scene, attribution.speaker, shared);
    if (again) return again;
    if (isCourtTold(scene, attribution)) {
      const words = wordsOf(scene, attribution.speaker);
      return unknownSpeaker(words, `who told ${words.replace(/^The\b/, "the")}`);
    }
    return (
      beforeAppositions(scene, attribution.speaker) ??
      apposed(scene, attribution) ??
      owner(scene, attribution.speaker) ??
      (attribution.contentFirst ? nameBehind(scene, attribution.speaker) : null) ??
      speakerFrom(scene, attribution.speaker, attribution)
    );
  }
  if (shared) return shared;
  if (subject) return nameBehind(scene, subject) ?? speakerFrom(scene, subject);
  return unknownSpeaker("The speaker", "who says this");
}

/** Verbs of whoever was speaking already. */
const adds = /^(?:added|adds|continued|continues|concluded)$/;

/** "Analysts said the move would pay, though they reckon": who spoke in this sentence goes on. */
function sharedBy({ tokens, people }: Scene, np: Range, shared: Speaker | null): Speaker | null {
  if (!shared || shared.claimant === null || np.to - np.from !== 1) return null;
  const pronoun = tokens[np.from]?.lower ?? "";
  const isPerson = people.some((each) => each.name === shared.claimant);
  return /^(?:it|they)$/.test(pronoun) && !isPerson ? { ...shared, piece: shared.claimant } : null;
}

/** "The court heard", "the jury was told": somebody said it there who is not told. */
function isCourtTold({ tokens }: Scene, { speaker, cue }: Attribution): boolean {
  if (!speaker || !isCourt(tokens, speaker.to - 1)) return false;
  const told = tokens.slice(cue.from, cue.to).map((token) => token.lower);
  return told.includes("heard") || (told.includes("told") && /^(?:was|were)$/.test(told[0] ?? ""));
}

function speakerFrom(scene: Scene, np: Range, told?: Attribution): Speaker {
  const { tokens, text, mentions, referents, people } = scene;
  const first = tokens[np.from];
  const last = tokens[np.to - 1];
  if (!first || !last) return unknownSpeaker("The speaker", "who says this");
  const words = text.slice(first.start, last.end).replace(/\s+/g, " ");
  if (np.to - np.from === 1) {
    const goesOn = told && adds.test(tokens[told.cue.to - 1]?.lower ?? "");
    const pronoun =
      (goesOn ? fromSpeakerBefore(scene, first.lower) : null) ??
      fromPronoun(scene, first.lower, words, told?.contentFirst ? 0 : np.from);
    if (pronoun) return pronoun;
  }
  const same = referents.sameUnnamed(tokens, np);
  if (same !== null) {
    return { claimant: same, piece: np, words: same, notes: [`the name of “${same}”`] };
  }
  const described = referents.described(tokens, np.from, people);
  if (described && described.to === np.to) {
    const { name } = described.person;
    const guess = /^(?:his|her|their)$/.test(first.lower);
    const notes = guess ? [`whether “${words}” is ${name}`] : [];
    return { claimant: name, piece: name, words: `${words} ${name}`, notes };
  }
  const author = authorOfStatement(scene, np);
  if (author !== null) {
    return {
      claimant: author,
      piece: author,
      words: author,
      notes: [`whose ${words.replace(/^the /i, "")} it is`],
    };
  }
  const organisation = organisationNamed(scene, np);
  if (organisation !== null) {
    const notes: string[] = [];
    return { claimant: organisation, piece: np, words: `${words} ${organisation}`, notes };
  }
  const again = (told?.contentFirst ? firmSpokenOf(scene, np) : null) ?? speakerAgain(scene, np);
  if (again !== null)
    return { claimant: again, piece: again, words: `${words} ${again}`, notes: [] };
  const likely = likelySpeaker(scene, np, words);
  if (likely) return likely;
  const leader = beforeAppositions(scene, np);
  if (leader) return leader;
  // "Lead author Celine Vetter of the University": the name stands before what it belongs to.
  const linkAt = tokens.findIndex(
    (token, i) =>
      i > np.from && i < np.to && /^(?:of|from|at|in)$/.test(token.lower) && tokens[i - 1]?.capital,
  );
  const bracketAt = tokens.findIndex((token, i) => i > np.from && i < np.to && token.text === "(");
  const named = mentions.find(({ from, to }) => {
    const letters = to === np.to - 1 && postNominal.test(tokens[to]?.text ?? "");
    return from >= np.from && (to === np.to || to === linkAt || to === bracketAt || letters);
  });
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
  const head = {
    from: np.from,
    to: Math.min(relative > 0 ? relative : np.to, bracketAt > 0 ? bracketAt : np.to),
  };
  const claimant = leadingName(scene, head) ?? withoutTitle(scene, head) ?? wordsOf(scene, head);
  const opener = openers.has(tokens[np.from]?.lower ?? "");
  const unnamed = opener || !/^\p{Lu}/u.test(claimant) || /['’]s /.test(claimant);
  const noun = claimant.split(/\s(?:of|by|from|in|on|for|at)\s/)[0] ?? claimant;
  const isSomebody = noun
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => roleWords.has(word.replace(/s$/, "")) || /^(?:sources?|officers?)$/.test(word));
  return {
    claimant,
    piece: np,
    words,
    notes:
      unnamed && isSomebody && !isEvidenceNoun(noun.split(" ").at(-1) ?? "")
        ? [`the name of “${claimant}”`]
        : [],
  };
}

/** "“One came from the south,” the statement said": whoever spoke before made the statement, as far as one can tell. */
function authorOfStatement({ tokens, referents }: Scene, np: Range): string | null {
  const [article, noun] = [tokens[np.from]?.lower ?? "", tokens[np.to - 1]?.lower ?? ""];
  const isStatement = /^(?:statement|communique|communiqué|declaration)$/.test(noun);
  return np.to - np.from === 2 && article === "the" && isStatement ? referents.speaker : null;
}

/** A speaker found in another sentence is written out, since its words are not in this one. */
export function asName(scene: Scene, speaker: Speaker): Speaker {
  const { piece } = speaker;
  if (typeof piece === "string") return speaker;
  const words = scene.text.slice(scene.tokens[piece.from]?.start, scene.tokens[piece.to - 1]?.end);
  return { ...speaker, piece: speaker.claimant ?? words };
}

import { opening } from "./openings";
import type { Named, Step } from "./pronoun";
import { onlyAfterSpeech, reportingVerb } from "./reporting-verbs";
import type { Scene } from "./scene";
import type { Range } from "./subject";
import { subjectOfClauseBefore } from "./subject-before";
import type { Token } from "./tokens";
import { isCountry, openers } from "./word-lists";

/** What an "it" or "they" at the head of a statement most likely is: the subject before it. A guess, to be noted. */
export function likelyMeant(scene: Scene, i: number, several: boolean): string | null {
  const first = opening(scene.tokens);
  const subject = i === first ? scene.referents.subject : subjectOfClauseBefore(scene, i);
  if (subject?.several !== several || subject.somebody) return null;
  const says = reportingVerb(scene.tokens[i + 1]?.lower ?? "") !== undefined;
  return subject.onlyAsPeople && !says ? null : subject.words;
}

/** Reads "it" as what it leads back to where nothing else competes. */
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

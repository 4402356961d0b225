import { acts, isPeople, subjectMeant } from "./antecedents";
import type { Topic } from "./antecedents";
import { opening } from "./openings";
import type { Named, Step } from "./pronoun";
import { likelyMeant } from "./thing-pronouns";
import type { Scene } from "./scene";
import type { Range } from "./subject";

/** "It approved the scheme": the council that the clause or the sentence before was about. */
export function organisationMeant(
  scene: Scene,
  i: number,
  range: Range,
  state: Named,
): Step | null {
  const { tokens, finite } = scene;
  if (state.thing || !acts(tokens, finite, i)) return null;
  const topic = meant(scene, i, range);
  if (topic?.kind !== "organisation") return null;
  state.thing = true;
  return { to: i + 1, words: topic.words };
}

/** "They" and "them": people of the clause or the sentence before, where nobody else can be meant. */
export function severalMeant(
  scene: Scene,
  i: number,
  range: Range,
  state: Named,
  notes: Set<string>,
): Step {
  const { tokens } = scene;
  const keep: Step = { to: i + 1, words: null };
  const pronoun = tokens[i]?.lower ?? "they";
  if (state.thing || hasPlural(scene, range.from, i)) return keep;
  const topic = pronoun === "they" ? meant(scene, i, range) : null;
  if (topic?.kind !== "people") {
    const likely = pronoun === "they" && i === range.from ? likelyMeant(scene, i, true) : null;
    notes.add(likely === null ? `who “${pronoun}” are` : `whether “they” are ${likely}`);
    if (likely === null) return keep;
    state.thing = true;
    return { to: i + 1, words: likely };
  }
  state.thing = true;
  return { to: i + 1, words: topic.words };
}

/** "Its" and "their" at the head of a statement; further on they belong to something that the statement names. */
export function ownerMeant(
  scene: Scene,
  i: number,
  range: Range,
  state: Named,
  notes: Set<string>,
): Step {
  const pronoun = scene.tokens[i]?.lower ?? "its";
  const keep: Step = { to: i + 1, words: null };
  if (i !== range.from || state.thing || state.person) return keep;
  const topic = meant(scene, i, range);
  if (topic?.kind !== (pronoun === "its" ? "organisation" : "people")) {
    const likely = likelyMeant(scene, i, pronoun === "their");
    notes.add(
      likely === null ? `whose “${pronoun}” is meant` : `whether “${pronoun}” is of ${likely}`,
    );
    if (likely === null) return keep;
    state.thing = true;
    return { to: i + 1, words: owning(likely) };
  }
  state.thing = true;
  return { to: i + 1, words: owning(topic.words) };
}

/** The possessive of a name or a noun. */
export const owning = (words: string): string =>
  words.replace(/s?$/, (end) => (end === "s" ? "s’" : "’s"));

/** In the sentence the subject before, if its words are outside the statement; else what the last one was about. */
function meant(scene: Scene, i: number, range: Range): Topic | null {
  const first = opening(scene.tokens);
  if (i === first) return scene.referents.topic;
  return i === range.from ? subjectMeant(scene, i) : null;
}

function hasPlural({ tokens }: Scene, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      (token) => /[a-z]{2}s$/.test(token.lower) || token.lower === "and" || isPeople(token.lower),
    );
}

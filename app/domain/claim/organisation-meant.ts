import { isKindOfOrganisation, Organisations } from "./organisations";
import type { Step } from "./pronoun";
import type { Scene } from "./scene";
import type { Range } from "./subject";

/** "The company behind the dam" tells itself apart. */
const toldApart = /^(?:of|for|that|which|who|in|at|behind|between|from|with|based|owned)$/;

/**
 * "The ministry" as the one ministry that was named before; null where it is told apart by its own words, where none
 * or several were named, where the sentence names it itself, or where the noun only describes another.
 */
export function organisationStep(scene: Scene, i: number, range: Range): Step | null {
  const { tokens, organisations, finite } = scene;
  const noun = tokens[i + 1];
  if (tokens[i]?.lower !== "the" || !noun?.word || noun.capital || i + 2 > range.to) return null;
  const owns = /['’]s$/.exec(noun.text)?.[0] ?? "";
  const kind = noun.lower.replace(/['’]s$/, "");
  if (!isKindOfOrganisation(kind)) return null;
  const next = tokens[i + 2];
  const follows = next?.word === true && owns === "" && finite[i + 2] !== true;
  if (follows && (toldApart.test(next.lower) || describes(next.lower))) return null;
  const name = organisations.only(kind);
  if (name === null || namedBefore(scene, i, name)) return null;
  return { to: i + 2, words: `${name}${owns}` };
}

/** The organisation that a speaker such as "the ministry" is, in words that stand in the article. */
export function organisationNamed({ tokens, organisations }: Scene, np: Range): string | null {
  const noun = tokens[np.to - 1];
  // "The Vilnius-listed group" is a company, whatever other groups there are.
  const traded =
    np.to - np.from === 3 && /-(?:listed|based|owned)$/.test(tokens[np.from + 1]?.lower ?? "");
  if (tokens[np.from]?.lower !== "the" || !(traded || np.to - np.from === 2)) return null;
  if (!noun?.word || noun.capital) return null;
  const kind = traded && !isKindOfOrganisation(noun.lower) ? "company" : noun.lower;
  if (!isKindOfOrganisation(kind)) return null;
  const here = new Organisations();
  here.learn(tokens.slice(0, np.from));
  const name = here.only(kind) ?? organisations.only(kind) ?? organisations.latest(kind);
  return name?.replace(/^the /, "") ?? null;
}

/** "The company car", "the party leader": a noun follows, and the two are one thing. */
const describes = (word: string): boolean =>
  /^[a-z]{3,}$/.test(word) &&
  !/^(?:also|has|had|have|will|would|can|could|may|might|did|does|is|was|were|are|never|not|now|then|later|already|still|and|but|or|to|on|by|as|when|while|after|before|said|says|this|last|next|yesterday|today)$/.test(
    word,
  ) &&
  !/ly$/.test(word);

function namedBefore({ tokens }: Scene, before: number, name: string): boolean {
  const last = name.split(" ").at(-1) ?? name;
  return tokens.slice(0, before).some((token) => token.text.replace(/['’]s?$/, "") === last);
}

import { opening } from "./openings";
import { reportingVerb } from "./reporting-verbs";
import type { Scene } from "./scene";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isSomebody } from "./unnamed-people";
import { isPeople } from "./antecedents";
import {
  determiners,
  isCountry,
  isDemonym,
  months,
  relatives,
  roleWords,
  subjectPronouns,
  weekdays,
} from "./word-lists";

/** What a clause was about: its subject, when it is a thing or several of something and no person. */
export interface LastSubject {
  words: string;
  several: boolean;
  /** Somebody who is described and not named: "the youth". */
  somebody: boolean;
  /** Things beside it compete; only what people do, such as saying, leads back to it. */
  onlyAsPeople: boolean;
}

const longest = 8;

/**
 * The subject of the sentence just read, for an "it" or "they" that opens the next one: a text tends to go on about
 * what it was about (Grosz, Joshi and Weinstein, "Centering", Computational Linguistics 21(2), 1995). Null where the
 * subject is a person, said by somebody in quotation marks, or nothing that a pronoun can lead back to.
 */
export function lastSubject(
  scene: Scene,
  before: LastSubject | null,
  isName: (lower: string) => boolean = () => false,
): LastSubject | null {
  const { tokens, finite } = scene;
  const first = tokens[opening(tokens)]?.lower ?? "";
  // "It" goes on about the same as long as the text says "it".
  if (/^(?:it|its|they|their|he|she|his|her)$/.test(first)) return before;
  const lead = leadEnd(tokens, finite);
  // "The hall, which opened in 1911, was saved": the second verb is the sentence's.
  const verb = finite.findIndex(
    (is, i) => is && i > lead && !tokens[i]?.quoted && !relatives.has(tokens[i - 1]?.lower ?? ""),
  );
  if (verb <= 0) return null;
  return subjectAt(scene, verb) ?? namedSubject(scene, verb, isName);
}

/**
 * "TalkTalk began as a rival of BT.", "Nestle said it used palm oil.": a name alone, of which the text goes on to speak,
 * though things stand behind it, as long as nothing is done to them.
 */
function namedSubject(
  { text, tokens, finite, mentions }: Scene,
  verb: number,
  isName: (lower: string) => boolean,
): LastSubject | null {
  const { np } = subjectBefore(tokens, finite, verb);
  const only = tokens[np?.from ?? 0];
  if (!np || np.to - np.from !== 1 || !only?.capital || !isName(only.lower)) return null;
  if (only.lower.endsWith("s") || mentions.some(({ from }) => from === np.from)) return null;
  const last = finite.findIndex((is, i) => i > verb && !is) - 1;
  const next = tokens[Math.max(verb, last) + 1];
  const goesOn = reportingVerb(tokens[verb]?.lower ?? "") !== undefined && next?.lower === "it";
  if (!goesOn && (determiners.has(next?.lower ?? "") || next?.capital === true)) return null;
  const words = text.slice(only.start, only.end);
  return { words, several: false, somebody: false, onlyAsPeople: false };
}

/** The comma behind "When the ship left,": what the sentence is about comes after it; -1 without one. */
function leadEnd(tokens: readonly Token[], finite: readonly boolean[]): number {
  if (
    !/^(?:when|while|after|before|although|though|as|if|since|because|once)$/.test(
      tokens[0]?.lower ?? "",
    )
  )
    return -1;
  const verb = finite.indexOf(true);
  const comma = tokens.findIndex((token, i) => i > verb && token.text === ",");
  return verb < 0 || comma < 0 || !finite.slice(comma).some(Boolean) ? -1 : comma;
}

/**
 * The subject of the clause before `i` in the same sentence: "Chile will join; it has been cautious". Of "if the tax
 * fails, the mayor said, it" that of the clause before, since "it" is no mayor.
 */
export function subjectOfClauseBefore(scene: Scene, i: number): LastSubject | null {
  const { tokens } = scene;
  const verb = verbBefore(scene, i);
  if (verb <= 0) return null;
  const office = tokens[i]?.lower === "it" ? officeSpeaking(scene, verb) : null;
  if (!office) return subjectAt(scene, verb);
  const earlier = verbBefore(scene, office.from);
  return earlier <= 0 ? null : subjectAt(scene, earlier, office.from);
}

/** The first verb of the group before a place, outside quotation marks; not above 0 without one. */
function verbBefore({ tokens, finite }: Scene, at: number): number {
  let verb = at - 1;
  while (verb >= 0 && (finite[verb] !== true || tokens[verb]?.quoted === true)) verb -= 1;
  while (verb > 0 && finite[verb - 1] === true) verb -= 1;
  return verb;
}

/** Somebody with an office who is the subject: "the mayor". */
function officeSpeaking({ tokens, finite }: Scene, verb: number): Range | null {
  const { np } = subjectBefore(tokens, finite, verb);
  const head = tokens[(np?.to ?? 0) - 1];
  if (!np || !head || head.capital || !roleWords.has(head.lower)) return null;
  let from = np.to - 1;
  while (from > np.from && !determiners.has(tokens[from]?.lower ?? "")) from -= 1;
  return { from, to: np.to };
}

/** `end` is where what may compete with the subject ends: the sentence's end or the pronoun. */
function subjectAt(scene: Scene, verb: number, end = scene.tokens.length): LastSubject | null {
  const { text, tokens, finite, mentions } = scene;
  const subject = subjectBefore(tokens, finite, verb);
  const np = headOf(tokens, subject.np);
  if (!np || mentions.some((each) => each.from >= np.from && each.to <= np.to)) return null;
  const words = tokens.slice(np.from, np.to);
  const lead = words[0]?.lower ?? "";
  if (
    subjectPronouns.has(lead) ||
    /^(?:this|these|those|what|one|some|many|most|none)$/.test(lead)
  ) {
    return null;
  }
  const link = words.findIndex((token) =>
    /^(?:of|from|in|at|for|on|with|to|by)$/.test(token.lower),
  );
  const head = words[(link > 0 ? link : words.length) - 1];
  if (!head?.word || words.some((token) => token.quoted)) return null;
  // "Revenue fell by 9%. It will not pay": one word with a capital for its place may be anything.
  // "Lithium, the lightest metal, is": what is explained between commas is a thing, and no rival of itself.
  const explained = subject.inserted !== null && tokens[np.to]?.text === ",";
  const bare = words.length === 1 && np.from === 0 && !explained && !isCountry(head.text);
  const from = explained ? verb : np.to;
  const verbs = tokens[verb]?.lower ?? "";
  const opens = np.from === 0 && words.length === 1 && /^(?:are|were|have|do)$/.test(verbs);
  const plural =
    isPeople(head.lower) || ((!head.capital || opens) && /[a-z]{2}[^sui]s$/.test(head.lower));
  // "The Migration and Asylum Pact is": one name.
  const one = head.capital && /^(?:is|was|has|does)$/.test(verbs);
  const several = plural || (!one && words.some((token) => token.lower === "and"));
  const behind = { from: behindCopula(scene, from, verb), to: end };
  const rivals = hasRival(tokens, behind, several);
  const others = tokens.slice(np.to, end);
  const someone = !several && isSomeone(head);
  // "He" cannot be the room that the minister left.
  const somebody =
    someone && !others.some(isSomeone) && !mentions.some(({ from }) => from >= np.to);
  const onlyAsPeople =
    rivals &&
    isPeople(head.lower) &&
    !others.some(({ lower }) => isPeople(lower) && lower !== head.lower);
  const called = isCalled(head, lead) && !tokens.slice(from, end).some(isNamed);
  const only =
    several &&
    !hasEqual(tokens, behind) &&
    !others.some(({ lower }) => isPeople(lower) && lower !== head.lower);
  const leads = end === tokens.length && (only || called) && !reports(tokens, verb);
  if ((bare && !several) || (rivals && !onlyAsPeople && !somebody && !leads)) return null;
  const told = text.slice(words[0]?.start, words.at(-1)?.end).replace(/\s+/g, " ");
  return {
    words: /^(?:the|an?|its|their|his|her)$/.test(lead) ? definite(told) : told,
    several,
    somebody: someone,
    onlyAsPeople: onlyAsPeople && !leads,
  };
}

/** "The nurses met the doctors": either may be "they"; "Telomeres are stretches of DNA" leaves no doubt. */
const hasEqual = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ lower }, k, all) => {
    const noun = all.slice(k + 1, k + 3).find((each) => /[a-z]{2}[^sui]s$/.test(each.lower));
    const counted =
      determiners.has(lower) || /^(?:two|three|four|five|six|ten|both|\d+)$/.test(lower);
    return counted && noun !== undefined && !span.test(noun.lower);
  });

/** "The Playhouse", "the FCA": a name that a text goes on to speak of, whatever stands behind the verb. */
const isCalled = (head: Token, lead: string): boolean =>
  head.capital && lead === "the" && !isDemonym(head.lower);

/** "the BOLIVAR Act": a name with an article. */
const isNamed = (token: Token, k: number, all: readonly Token[]): boolean =>
  token.lower === "the" && all[k + 1]?.capital === true && all[k + 2]?.capital === true;

/** Behind "said" another subject follows, of which the text may go on to speak. */
const reports = (tokens: readonly Token[], verb: number): boolean =>
  tokens.slice(verb, verb + 3).some(({ lower }) => {
    const said = reportingVerb(lower);
    return said?.takesClause === true && said.lemma !== "ask";
  });

/** "Chile has been a member since": what a subject is said to be is no rival of it. */
function behindCopula({ tokens }: Scene, from: number, verb: number): number {
  let at = verb;
  while (/^(?:has|have|had|also|long|now|still|once)$/.test(tokens[at]?.lower ?? "")) at += 1;
  if (!/^(?:is|was|are|were|been|became|remains)$/.test(tokens[at]?.lower ?? "")) return from;
  return /^(?:an?|the)$/.test(tokens[at + 1]?.lower ?? "") ? at + 2 : from;
}

/** A noun in small letters for one person: "the owner", "a minister". */
export const isSomeone = ({ lower, capital }: Token): boolean =>
  !capital && (isSomebody(lower) || roleWords.has(lower));

const span = /^(?:days|weeks|months|years|hours|minutes|seconds|times|others)$/;

/** Whether behind the subject stands something else that the pronoun could lead back to. */
const hasRival = (tokens: readonly Token[], { from, to }: Range, several: boolean): boolean =>
  tokens.slice(from, to).some((token, k, all) => {
    if (!token.word) return false;
    if (several) return /[a-z]{2}[^sui]s$/.test(token.lower) && !span.test(token.lower);
    const time = weekdays.has(all[k + 1]?.lower ?? "") || months.has(all[k + 1]?.lower ?? "");
    return determiners.has(token.lower) && token.lower !== "no" && !time;
  });

/** "A new line" is "the new line" when it is spoken of again. */
const definite = (words: string): string =>
  words
    .replace(/^(?:an?|the)\s/i, "the ")
    .replace(/^(?:Its|Their|His|Her)\b/, (word) => word.toLowerCase());

function headOf(tokens: readonly Token[], np: Range | null): Range | null {
  if (!np) return null;
  let to = np.from;
  while (to < np.to) {
    const token = tokens[to];
    if (to > np.from && (token?.text === "," || token?.text === "(")) break;
    if (to > np.from && /^(?:who|which|that)$/.test(token?.lower ?? "")) break;
    to += 1;
  }
  return to > np.from && to - np.from <= longest ? { from: np.from, to } : null;
}

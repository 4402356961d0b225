import type { Reporting } from "./reporting-verbs";
import { reportingVerb } from "./reporting-verbs";
import type { Token } from "./tokens";
import { determiners, modals, prepositions, subjectPronouns } from "./word-lists";

/** Forms that are nouns at least as often as verbs; they need a subject before and a clause after them. */
const nounForms = new Set(
  "claim claims forecasts report reports note notes state states estimate estimates promise promises pledge pledges vow vows demand demands call calls hope hopes fear fears wonder warning reply replies answer answers comment comments question remark remarks tweet tweets post posts joke jokes blame praise voice threat rule rules find finds hint hints mention mentions argument highlight highlights urge urges repeat repeats counter counters boast boasts caution protest protests lament laments project projects".split(
    " ",
  ),
);
const opensContent =
  /^(?:that|he|she|it|they|we|i|you|there|this|these|those|the|a|an|his|her|their|its|our|no|not|all|many|some|most|more|less|over|only|about|nearly|almost|around|at|up|one|two|three|few|both|if|whether|how|why|what|when|:|["“”„«‘]|\d.*)$/;

/** The reporting verb here, told by its neighbours: "was told", "the reported", "to say" report nothing. */
export function cueAt(tokens: readonly Token[], i: number): Reporting | null {
  const token = tokens[i];
  if (!token || token.quoted || token.nested || (token.capital && i > 0)) return null;
  const verb = reportingVerb(token.lower);
  if (!verb) return null;
  if (token.lower === "saying" && (quotedAs(tokens, i) >= 0 || quotesSomebody(tokens, i))) {
    return { ...verb, form: "past" };
  }
  // "pointed out that" reports, "pointed at it" does not; an outlet "understands that", a person rather knows it.
  if (verb.lemma === "point" && tokens[i + 1]?.lower !== "out") return null;
  if (verb.lemma === "understand" && verb.form !== "present") return null;
  if (verb.lemma === "hear") return isCourt(tokens, i - 1) && verb.form === "past" ? verb : null;
  if (verb.form === "ing") {
    const free = i === 0 || tokens[i - 1]?.text === "," || tokens[i - 1]?.lower === "and";
    // "Growth held, highlighting the resilience of trade": only what it is that is pointed out would be speech.
    const points = /^(?:highlight|underline|underscore|show|indicate|suggest)$/.test(verb.lemma);
    if (points && tokens[i + 1]?.lower !== "that") return null;
    const told = free || writes(tokens, i) || goesOnSaying(tokens, i);
    return told && verb.takesClause ? verb : null;
  }
  if (i === 0) return null;
  const at = overInsertion(tokens, companionBefore(tokens, i));
  const before = tokens[at];
  const company = before?.lower ?? "";
  // "The court was told that": what is said there is handed on, whoever said it.
  if (token.lower === "told" && /^(?:was|were)$/.test(company) && isCourt(tokens, at - 1))
    return verb;
  if (/^(?:is|are|was|were|be|been|being|get|gets|got|to)$/.test(company)) return null;
  if (/^(?:has|have|had)$/.test(company)) return verb.form === "past" ? verb : null;
  // "did not say how": nothing is handed on.
  const untold =
    tokens[i - 1]?.lower === "not" && /^(?:say|specify|disclose|reveal|explain)$/.test(verb.lemma);
  if (
    untold &&
    /^(?:how|what|whether|when|where|why|if|who|which)$/.test(tokens[i + 1]?.lower ?? "")
  ) {
    return null;
  }
  const isMay = company === "may" && before?.capital === true;
  if ((modals.has(company) && !isMay) || /^(?:do|does|did|don't|doesn't|didn't)$/.test(company)) {
    return verb.form === "base" && /^(?:would|will|could|did|does|do)$/.test(company) ? verb : null;
  }
  const describes =
    (determiners.has(company) && !subjectPronouns.has(company)) ||
    prepositions.has(company) ||
    /['’]s$/.test(company);
  if (describes) return null;
  if (verb.form === "past") return tokens[i - 1]?.lower === "not" ? null : verb;
  if (verb.form === "present") {
    // "The Baltic states, which": of the two, the noun is far more common.
    const next = tokens[i + 1];
    if (token.lower === "states" && !next?.quoted && !/^(?:that|:)$/.test(next?.lower ?? ""))
      return null;
    // "The company hopes to": whoever owns a hope stands before it in the possessive.
    const intends = (next?.lower === "to" || callsFor(tokens, i)) && isSingle(tokens, at);
    return nounForms.has(token.lower) && !intends && !speaksHere(tokens, at, i) ? null : verb;
  }
  const hopesTo =
    callsFor(tokens, i) ||
    (tokens[i + 1]?.lower === "to" && /^(?:hope|pledge|vow|promise)$/.test(token.lower));
  return isSeveral(tokens, at) && (!nounForms.has(token.lower) || hopesTo || opens(tokens, i + 1))
    ? verb
    : null;
}

/** "The group calls for a ban", "they call on both sides"; "Phone calls for help" opens with no name. */
const callsFor = (tokens: readonly Token[], i: number): boolean =>
  (i > 1 || /^(?:They|We|\p{Lu}{2,})$/u.test(tokens[0]?.text ?? "")) &&
  /^calls?$/.test(tokens[i]?.lower ?? "") &&
  /^(?:for|on|upon)$/.test(tokens[i + 1]?.lower ?? "");

/** "The paper quotes Lee as saying" */
const quotesSomebody = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.lower === "as" &&
  tokens
    .slice(Math.max(0, i - 14), i)
    .some(({ lower }) => /^(?:quotes|quoted|quoting|cites|cited|citing)$/.test(lower));

/** "was quoted as saying", "is quoted by the Herald as saying": where the auxiliary is; -1 without it. */
export function quotedAs(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.lower !== "saying" || tokens[i - 1]?.lower !== "as") return -1;
  const from = tokens.findLastIndex(({ lower }, k) => k < i && /^(?:quoted|cited)$/.test(lower));
  const at = from - 1;
  if (from < 1 || i - from > 9 || !/^(?:was|were|is|are|been)$/.test(tokens[at]?.lower ?? ""))
    return -1;
  return from === i - 2 || tokens[from + 1]?.lower === "by" ? at : -1;
}

/** "has been arguing that", "is claiming that" */
const goesOnSaying = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.lower === "that" &&
  /^(?:is|are|was|were|been)$/.test(tokens[companionBefore(tokens, i)]?.lower ?? "");

const writing = /^(?:posted|posts|wrote|writes|tweeted|tweets|published|publishes|issued|issues)$/;

/** "She posted a letter online claiming that the vote was rigged": what is written says so for who wrote it. */
function writes(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (!/^(?:claiming|saying|alleging|arguing|warning)$/.test(tokens[i]?.lower ?? "")) return false;
  if (next?.lower !== "that" && !next?.capital && !opensContent.test(next?.lower ?? ""))
    return false;
  return tokens
    .slice(Math.max(0, i - 9), i)
    .some((token) => !token.quoted && writing.test(token.lower));
}

const court = /^(?:court|jury|jurors|inquest|inquiry|hearing|tribunal|magistrates)$/;

/** Where things are told to be judged: "the jury", "Leeds Crown Court". */
export const isCourt = (tokens: readonly Token[], at: number): boolean =>
  court.test(tokens[at]?.lower ?? "");

/** "also", "has long since": the place of the word before a verb, over adverbs. */
function companionBefore(tokens: readonly Token[], i: number): number {
  let k = i - 1;
  while (k > 0 && k >= i - 4) {
    const lower = tokens[k]?.lower ?? "";
    const between =
      /[a-z]{3}ly$|^(?:also|long|since|not|never|now|already|then|later|still|always|once|twice|again|even|only|have|been)$/;
    if (!between.test(lower) || lower === "family") break;
    // "has been told" is passive; "have" is what "would have said" hides behind.
    if (lower === "been" || lower === "have") break;
    k -= 1;
  }
  return k;
}

/** "The emails, which were sent in May, show": the word before what stands between two commas. */
function overInsertion(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ",") return at;
  for (let k = at - 1; k > 0 && k > at - 30; k -= 1) {
    if (tokens[k]?.text === "," && !tokens[k]?.quoted) return k - 1;
  }
  return at;
}

const opens = (tokens: readonly Token[], k: number): boolean => {
  const next = tokens[k];
  if (!next) return false;
  return opensContent.test(next.lower) || next.capital || next.quoted || next.text === ",";
};

/** "The study claims that", "Paris claims she": a subject before, and what is said after. */
function speaksHere(tokens: readonly Token[], at: number, i: number): boolean {
  const before = tokens[at];
  if (!before?.word || !opens(tokens, i + 1)) return false;
  // "raising fears that", "raising Western fears that": what is raised is no speaker's.
  const raised = ({ lower, capital }: Token) => /[a-z]{3}ing$/.test(lower) && !capital;
  const further = tokens[at - 1];
  if (raised(before) || (further && raised(further))) return false;
  if (before.capital || subjectPronouns.has(before.lower)) return true;
  return tokens[i + 1]?.lower === "that" || determiners.has(tokens[at - 1]?.lower ?? "");
}

/** Whether a subject of one person or body ends here: "the company", "SpaceX", "she". */
function isSingle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (!before?.word || /['’]s?$/.test(before.text)) return false;
  if (before.capital || /^(?:he|she|it)$/.test(before.lower)) return true;
  return /^(?:the|this|an?)$/.test(tokens[at - 1]?.lower ?? "");
}

/** Whether the subject that ends here takes a verb without -s: "critics", "the authors", "WHO", "they". */
function isSeveral(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at];
  if (!before?.word) return false;
  if (/^(?:they|we|i|you|who|people|police|media|data|some|many|others|both)$/.test(before.lower))
    return true;
  if (/^\p{Lu}{2,}$/u.test(before.text)) return true;
  return /[a-z]{2}s$/.test(before.lower) && !before.lower.endsWith("'s");
}

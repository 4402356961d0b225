import { clauseFollows } from "./clause-follows";
import type { Reporting } from "./reporting-verbs";
import type { Token } from "./tokens";
import {
  determiners,
  months,
  prepositions,
  relatives,
  subjectPronouns,
  weekdays,
} from "./word-lists";

const withListener = new Set(["tell", "inform", "assure", "remind", "warn", "promise", "advise"]);
const bareClause = new Set(
  "say state think believe insist claim argue admit add suggest warn note hope fear announce estimate acknowledge conclude tell allege maintain confirm explain reveal report observe write tweet feel accept assert contend predict find stress swear feel recall concede complain inform assure remind declare reiterate speculate reckon propose show theorize theorise forecast understand point".split(
    " ",
  ),
);

/** Verbs that mostly do something else to a bare noun: "added 3,000 jobs", "reported profits". */
const needsSubject = new Set(
  "understand point feel accept add find show report post recall write complain feel observe note announce hope fear predict propose confirm reveal".split(
    " ",
  ),
);

/** Where what is said begins, after its verb; null where no speech follows. */
export function contentStart(
  tokens: readonly Token[],
  finite: readonly boolean[],
  i: number,
  verb: Reporting,
  end: number,
): number | null {
  if (!verb.takesClause) return null;
  for (let k = i + 1; k < Math.min(end, i + 18); k += 1) {
    const token = tokens[k];
    if (!token || (finite[k] && token.lower !== "that")) break;
    const opensQuote = token.quoted && !tokens[k - 1]?.quoted;
    const marked = tokens[k - 1]?.text === ":" || k === i + 1;
    if (opensQuote && (marked || quotedWords(tokens, k) >= 4)) {
      // "said it “complied with every rule”": what is said began before the quotation.
      const began = !marked && tokens[k - 1]?.text !== "," && !withListener.has(verb.lemma);
      return began && opensSubject(tokens[i + 1]) ? i + 1 : k;
    }
    if (token.lower === "that" && !token.quoted) {
      // "said it complies with the rules and that": the first thing said began without a "that".
      const joined = tokens[k - 1]?.lower === "and" && opensSubject(tokens[i + 1]) && k > i + 3;
      if (joined && verb.lemma === "say") return i + 1;
      const demonstrative = k > i + 1 && prepositions.has(tokens[k - 1]?.lower ?? "");
      if (k > i + 1 && !withListener.has(verb.lemma) && !isAddition(tokens[i + 1])) {
        // "Critics say power plants that draw water add to it": the "that" belongs to the plants.
        if (/^(?:say|believe|think|argue|insist|warn)$/.test(verb.lemma)) break;
        return null;
      }
      const follows = end - k > 3 || finite.slice(k + 1, end).some(Boolean);
      if (demonstrative && skipOccasion(tokens, finite, i + 1, end) > i + 1) break;
      return !demonstrative && follows ? k + 1 : null;
    }
    if (token.text === ":") return k + 1 < end ? k + 1 : null;
    // "agreed to pay" says nothing; "stated to the paper that" does.
    if (token.lower === "to" && k === i + 1 && !isListener(tokens[k + 1])) return null;
  }
  if (!bareClause.has(verb.lemma)) return null;
  const after = i + (verb.lemma === "point" ? 2 : 1);
  const heard = withListener.has(verb.lemma) ? skipListener(tokens, after) : after;
  const from = skipOccasion(tokens, finite, skipTime(tokens, heard), end);
  const asks = /^(?:what|how|whether|why)$/.test(tokens[from]?.lower ?? "");
  const verbAhead = isToldBare(tokens, from);
  const counted = /^(?:find|show)$/.test(verb.lemma) && isAmount(tokens[from]);
  if (
    needsSubject.has(verb.lemma) &&
    !opensSubject(tokens[from]) &&
    !asks &&
    !counted &&
    !verbAhead
  ) {
    return null;
  }
  if (clauseFollows(tokens, finite, isBound(tokens, from) ? from + 2 : from, end)) return from;
  const opens = opensSubject(tokens[from]) || isPlural(tokens, from);
  return verb.lemma === "say" && opens && end - from >= 5 ? from : null;
}

/** "Critics say power plants that draw water add to it": after "say" bare nouns open what is said. */
const isPlural = (tokens: readonly Token[], from: number): boolean =>
  [from, from + 1].some((k) => /^[a-z]{3,}[^s]s$/.test(tokens[k]?.lower ?? "")) &&
  tokens[from]?.word === true &&
  !prepositions.has(tokens[from]?.lower ?? "") &&
  !/^(?:to|so|as|yes|when|while|this|last|always|perhaps)$/.test(tokens[from]?.lower ?? "");

/** "said in a statement the state would": what is said begins with the second noun phrase. */
function skipOccasion(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  if (!/^(?:in|at|on|during|after|through|via)$/.test(tokens[from]?.lower ?? "")) return from;
  if (isBound(tokens, from)) return from;
  for (let k = from + 2; k < Math.min(end, from + 10); k += 1) {
    const lower = tokens[k]?.lower ?? "";
    // "said during that time, it was": behind the comma what is said begins.
    if (tokens[k]?.text === "," && clauseFollows(tokens, finite, k + 1, end)) return k + 1;
    if (!tokens[k]?.word || finite[k]) break;
    const opens = determiners.has(lower) || /^(?:he|she|it|they|we|there)$/.test(lower);
    const phrase = prepositions.has(tokens[k - 1]?.lower ?? "");
    if (opens && !phrase && clauseFollows(tokens, finite, k, end)) return k;
  }
  return from;
}

/** "announced taxi bookings had rebounded": a bare noun or two, and what they did. */
const isToldBare = (tokens: readonly Token[], from: number): boolean =>
  [1, 2, 3].some(
    (k) =>
      /^(?:had|has|have|would|will)$/.test(tokens[from + k]?.lower ?? "") &&
      tokens.slice(from, from + k).every(({ lower }) => /^[a-z-]{3,}$/.test(lower)) &&
      !tokens.slice(from, from + k).some(({ lower }) => lower === "that" || relatives.has(lower)),
  );

/** "said at least 2,410 people died". */
const isBound = (tokens: readonly Token[], from: number): boolean =>
  tokens[from]?.lower === "at" && /^(?:least|most)$/.test(tokens[from + 1]?.lower ?? "");

/** "found only a quarter of citizens favoured". */
const isAmount = (token: Token | undefined): boolean =>
  /^(?:\d.*|only|just|about|nearly|almost|more|fewer|less|one|two|three|four|five|six|seven|eight|nine|ten)$/.test(
    token?.lower ?? "",
  );

/** After "said" a noun phrase is what is said, even where its verb is not known. */
const opensSubject = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.word &&
  (determiners.has(token.lower) || subjectPronouns.has(token.lower) || token.capital) &&
  !weekdays.has(token.lower) &&
  !months.has(token.lower);

/** What may stand between a verb and its "that": when, where, how. "Declared an emergency, a decision that" is no such. */
const isAddition = (token: Token | undefined): boolean =>
  token !== undefined &&
  (prepositions.has(token.lower) ||
    weekdays.has(token.lower) ||
    /^(?:,|to|out|before|after|last|this|yesterday|today|again|also|earlier|later|[a-z]+ly)$/.test(
      token.lower,
    ));

const isListener = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.capital || determiners.has(token.lower) || token.lower === "reporters");

function quotedWords(tokens: readonly Token[], from: number): number {
  let k = from;
  while (tokens[k]?.quoted) k += 1;
  return tokens.slice(from, k).filter((token) => token.word).length;
}

function skipListener(tokens: readonly Token[], from: number): number {
  let k = skipName(tokens, from);
  if (/^(?:a|an|the|his|her|their|its)$/.test(tokens[from]?.lower ?? "") && k === from + 1) {
    // "told a congressional panel the reason": the listener runs to where another noun phrase begins.
    for (let n = k + 1; n < from + 7; n += 1) {
      const lower = tokens[n]?.lower ?? "";
      if (determiners.has(lower) || subjectPronouns.has(lower)) return n;
      if (!tokens[n]?.word || prepositions.has(lower)) break;
    }
  }
  const next = tokens[k]?.lower ?? "";
  if (k === from || /s$/.test(next) || /^(?:him|her|them|us|me|it)$/.test(next)) k += 1;
  return /^(?:in|at|on|during)$/.test(tokens[k]?.lower ?? "") ? skipName(tokens, k + 1) : k;
}

function skipName(tokens: readonly Token[], from: number): number {
  let k = from;
  // "told Reuters the cabinet was split": the second determiner opens what is told.
  while (tokens[k]?.capital || (k === from && determiners.has(tokens[k]?.lower ?? ""))) k += 1;
  return k;
}

function skipTime(tokens: readonly Token[], from: number): number {
  const [first, second] = [tokens[from]?.lower ?? "", tokens[from + 1]?.lower ?? ""];
  if (weekdays.has(first) || first === "yesterday") return from + 1;
  if (first === "on" && weekdays.has(second)) return from + 2;
  return (first === "last" || first === "this") && /^(?:week|month|year)$/.test(second)
    ? from + 2
    : from;
}

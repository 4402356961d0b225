import { inNickname } from "./name-runs";
import { quotedAs } from "./reporting-cue";
import type { Token } from "./tokens";
import {
  auxiliaries,
  conditionals,
  contrasts,
  determiners,
  middleAdverbs,
  modals,
  months,
  nonFinite,
  prepositions,
  relatives,
  subordinators,
  weekdays,
} from "./word-lists";

/** A stretch of tokens, `to` exclusive. */
export interface Range {
  from: number;
  to: number;
}

/** Who does what a verb says, and what is inserted between them: "the negotiator, who was in Istanbul, has said". */
export interface Subject {
  np: Range | null;
  inserted: Range | null;
  /** Where the verb with its auxiliaries begins. */
  verbFrom: number;
}

const longestInsertion = 30;
const longestSubject = 25;

/** Finds the noun phrase before a verb by walking back to the border of its clause. */
export function subjectBefore(
  tokens: readonly Token[],
  finite: readonly boolean[],
  verb: number,
): Subject {
  const quoted = quotedAs(tokens, verb);
  let end = quoted < 0 ? verb : quoted;
  while (end > 0 && isVerbCompany(tokens[end - 1])) end -= 1;
  const verbFrom = end;
  let inserted: Range | null = null;
  const dashed = dashBefore(tokens, end - 1);
  if (dashed > 0 && end - dashed <= longestInsertion) {
    inserted = { from: dashed + 1, to: end - 1 };
    end = dashed;
  } else if (tokens[end - 1]?.text === ",") {
    const opening = commaBefore(tokens, end - 1);
    if (opening > 0 && end - opening <= longestInsertion) {
      inserted = { from: opening + 1, to: end - 1 };
      end = opening;
    } else if (opening < 0) {
      // "The firm Secunia, has said": one comma too many.
      end -= 1;
    }
  }
  let start = end;
  while (start > 0 && end - start < longestSubject && !isBorder(tokens, finite, start - 1))
    start -= 1;
  // "Rep. Dale Munro, R-Ohio, who chairs the panel,": the party stands between commas of its own.
  const stop = tokens[end - 1]?.text === "." ? 1 : 0;
  if (
    end - start === 1 + stop &&
    partyTag.test(tokens[start]?.text ?? "") &&
    tokens[start - 1]?.text === ","
  ) {
    end = start - 1;
    start = end;
    while (start > 0 && end - start < longestSubject && !isBorder(tokens, finite, start - 1)) {
      start -= 1;
    }
  }
  const relative = restriction(tokens, finite, start);
  if (relative > 0) {
    start = relative;
    while (start > 0 && end - start < longestSubject && !isBorder(tokens, finite, start - 1)) {
      start -= 1;
    }
  }
  const opening = openInsertion(tokens, start);
  if (opening > 0 && inserted === null) {
    inserted = { from: opening + 1, to: end };
    end = opening;
    start = end;
    while (start > 0 && end - start < longestSubject && !isBorder(tokens, finite, start - 1)) {
      start -= 1;
    }
  }
  const clauseFrom = start;
  start = dropLead(tokens, start, end);
  // "He cited what he called a plan": the clause begins behind the "what".
  if (end - start > 1 && tokens[start]?.lower === "what") start += 1;
  // "Speaking through an interpreter he said", "saying she feared": the pronoun alone is the subject.
  const saying =
    end - start === 2 && /^(?:saying|adding|claiming)$/.test(tokens[start]?.lower ?? "");
  if ((saying || end - start > 2) && /^(?:he|she|they|we|i)$/.test(tokens[end - 1]?.lower ?? ""))
    start = end - 1;
  const named = withoutTime(tokens, start, end);
  const np = start < named ? { from: start, to: named } : null;
  // "Facebook, which earlier this year said": the clause has no subject of its own, only a time.
  if (np === null && named < end) return { np, inserted: null, verbFrom: clauseFrom };
  if (np === null) return { np, inserted: null, verbFrom };
  return { np, inserted, verbFrom: inserted === null ? verbFrom - (end - named) : verbFrom };
}

/** "Lee, who is the chair of the board said", "Lee, while opening the fair said": the comma that was never closed; -1 without. */
function openInsertion(tokens: readonly Token[], start: number): number {
  const [first, before] = [tokens[start]?.lower ?? "", tokens[start - 1]?.lower ?? ""];
  if (first === "who" && before === ",") return start - 1;
  const doing = /[a-z]{2}ing$/.test(first) && /^(?:while|when)$/.test(before);
  return doing && tokens[start - 2]?.text === "," ? start - 2 : -1;
}

/** "President Joe Marsh on Thursday warned": when it was said is no part of who said it. */
function withoutTime(tokens: readonly Token[], start: number, end: number): number {
  const lower = (at: number) => tokens[at]?.lower ?? "";
  let to = end;
  if (/^(?:morning|evening|afternoon|night)$/.test(lower(to - 1)) && weekdays.has(lower(to - 2))) {
    to -= 1;
  }
  const lastNight = /^(?:last|this)$/.test(lower(to - 2)) && timeUnit.test(lower(to - 1));
  // "A study published this week": the time belongs to the publishing.
  if (lastNight) return /ed$/.test(lower(to - 3)) ? end : to - 2;
  const dated = dateBefore(lower, to);
  if (dated > start) return dated;
  if (!weekdays.has(lower(to - 1)) && !/^(?:yesterday|today)$/.test(lower(to - 1))) return end;
  to -= 1;
  if (/^(?:on|late|early)$/.test(lower(to - 1))) to -= 1;
  // "Posts from Friday" are not those of any other day.
  return to > start && !prepositions.has(lower(to - 1)) ? to : end;
}

/** "the court on June 24": where the date with its "on" begins; 0 without one. */
function dateBefore(lower: (at: number) => string, to: number): number {
  const [first, second] = [lower(to - 2), lower(to - 1)];
  const isDay = (word: string) => /^\d{1,2}(?:st|nd|rd|th)?$/.test(word);
  const isDate = (months.has(first) && isDay(second)) || (isDay(first) && months.has(second));
  return isDate && lower(to - 3) === "on" ? to - 3 : 0;
}

const timeUnit = /^(?:night|week|month|year|morning|evening|afternoon)$/;

const partyTag = /^[RDI]-\p{L}/u;

/** "engineers who spoke to us claimed": where the "who" is that belongs inside the subject; -1 without one. */
function restriction(tokens: readonly Token[], finite: readonly boolean[], start: number): number {
  if (!finite[start - 1]) return -1;
  for (let i = start - 2; i > 0 && i > start - 6; i -= 1) {
    const token = tokens[i];
    if (!token?.word || finite[i]) return -1;
    if (token.lower === "who" || token.lower === "which") return i;
  }
  return -1;
}

function isVerbCompany(token: Token | undefined): boolean {
  if (!token?.word) return false;
  const { lower } = token;
  return (
    auxiliaries.has(lower) ||
    (modals.has(lower) && !(lower === "may" && token.capital)) ||
    nonFinite.has(lower) ||
    middleAdverbs.has(lower) ||
    (/[a-z]{3}ly$/.test(lower) && !token.capital && !nounInLy.test(lower))
  );
}

const dash = /^(?:–|—|--|-)$/;

/** Nouns that end like adverbs: "The family reported". */
const nounInLy = /^(?:family|assembly|supply|monopoly|anomaly|monthly|weekly|daily|quarterly)$/;

/** "Abdel Musa – the group's commissioner for peace, policy and security – said": the dash that opens it; -1 without. */
function dashBefore(tokens: readonly Token[], at: number): number {
  if (!dash.test(tokens[at]?.text ?? "")) return -1;
  for (let i = at - 1; i > 0; i -= 1) {
    if (dash.test(tokens[i]?.text ?? "")) return i;
    if (tokens[i]?.quoted) return -1;
  }
  return -1;
}

function commaBefore(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i > 0; i -= 1) {
    const token = tokens[i];
    if (token?.text === "," && !token.nested && !token.quoted) return i;
    if (token?.quoted) return -1;
  }
  return -1;
}

function isBorder(tokens: readonly Token[], finite: readonly boolean[], i: number): boolean {
  const token = tokens[i];
  if (!token) return true;
  if (token.nested || inNickname(tokens, i)) return false;
  if (!token.word) return !/^[.&/%$€£(-]$/.test(token.text);
  if (token.quoted && !tokens[i + 1]?.quoted) return true;
  const { lower } = token;
  if (finite[i] || contrasts.has(lower) || subordinators.has(lower) || conditionals.has(lower))
    return true;
  if (relatives.has(lower) || lower === "that" || lower === "but") return true;
  if (lower === "as") return tokens[i - 1]?.lower !== "such";
  // "and" joins two speakers unless a clause is already complete before it.
  return lower === "and" && finite.slice(0, i).some(Boolean);
}

/** Takes off what opens the clause before its subject: "However", "On Monday". */
function dropLead(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  while (start < to) {
    const lower = tokens[start]?.lower ?? "";
    const isLead =
      /^(?:and|nor|or|but|so|yet|however|meanwhile|moreover|earlier|later|separately|instead|in turn|yesterday|today)$/.test(
        lower,
      ) || middleAdverbs.has(lower);
    if (!isLead) break;
    start += 1;
  }
  if (!prepositions.has(tokens[start]?.lower ?? "")) return start;
  for (let i = to - 1; i > start; i -= 1) {
    const token = tokens[i];
    if (!token) break;
    const isTime = months.has(token.lower) || weekdays.has(token.lower) || /^\d/.test(token.text);
    const before = tokens[i - 1];
    if (determiners.has(token.lower)) return i;
    const beforeIsTime =
      before !== undefined &&
      (weekdays.has(before.lower) || months.has(before.lower) || /^\d/.test(before.text));
    if (token.capital && !isTime && (!before?.capital || beforeIsTime)) return i;
  }
  return to;
}

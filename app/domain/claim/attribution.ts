import type { Reporting } from "./reporting-verbs";
import { onlyAfterSpeech, reportingVerb } from "./reporting-verbs";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { determiners, prepositions, relatives, weekdays } from "./word-lists";

/** One "X says Y" of a sentence, in token positions. */
export interface Attribution {
  /** All of it: speaker, verb and what is said. */
  unit: Range;
  /** The reporting verb with its auxiliaries; "according to". */
  cue: Range;
  /** The speaker's noun phrase; null where the verb shares the subject of the clause before. */
  speaker: Range | null;
  /** What is inserted after the speaker: "where the draft deal was agreed". */
  inserted: Range | null;
  /** What is said; null for an act such as "denied the report". */
  content: Range | null;
  /** "Y, X said" rather than "X said that Y". */
  contentFirst: boolean;
}

/** The attributions of one sentence, in order and without overlap. `end` is where its last words end. */
export function attributionsOf(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution[] {
  const whole = accordingTo(tokens, finite, end) ?? afterSpeech(tokens, finite, end);
  const found: Attribution[] = whole ? [whole] : [];
  let from = whole ? whole.cue.to : 0;
  for (let i = from; i < end; i += 1) {
    if (i < from) continue;
    const verb = cueAt(tokens, finite, i);
    if (!verb) continue;
    const next = beforeSpeech(tokens, finite, i, verb, end);
    if (!next || next.unit.from < from) continue;
    found.push(next);
    from = next.unit.to;
  }
  return found;
}

function cueAt(tokens: readonly Token[], finite: readonly boolean[], i: number): Reporting | null {
  const token = tokens[i];
  if (!token || token.quoted || token.nested || (token.capital && i > 0)) return null;
  const verb = reportingVerb(token.lower);
  if (!verb) return null;
  if (verb.form === "ing") {
    const free = i === 0 || tokens[i - 1]?.text === "," || tokens[i - 1]?.lower === "and";
    return free && verb.takesClause ? verb : null;
  }
  if (finite[i]) return verb;
  const company = auxiliaryBefore(tokens, i);
  if (verb.form === "past") return /^(?:has|have|had)$/.test(company) ? verb : null;
  const speaker = tokens[i - 1];
  const plural =
    speaker !== undefined && /[a-z]{2}s$/.test(speaker.lower) && !speaker.lower.endsWith("'s");
  return verb.form === "base" && plural && !determiners.has(tokens[i - 2]?.lower ?? "")
    ? verb
    : null;
}

function auxiliaryBefore(tokens: readonly Token[], i: number): string {
  for (let k = i - 1; k >= 0 && k >= i - 4; k -= 1) {
    const lower = tokens[k]?.lower ?? "";
    if (/^(?:has|have|had|is|are|was|were|be|been|being|to|will|would)$/.test(lower)) return lower;
    if (
      !/ly$|^(?:also|long|since|not|never|now|already|repeatedly|previously|always|then)$/.test(
        lower,
      )
    )
      return "";
  }
  return "";
}

/** "According to X, Y" and "Y, according to X". */
function accordingTo(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const at = tokens.findIndex(
    (token, i) => token.lower === "according" && tokens[i + 1]?.lower === "to" && !token.quoted,
  );
  if (at < 0 || at + 2 >= end) return null;
  const first = at < 4;
  let to = at + 2;
  while (to < end && !isClauseMark(tokens[to]) && !finite[to]) to += 1;
  if (first && tokens[to]?.text !== ",") return null;
  const content = first ? { from: to + 1, to: end } : { from: 0, to: beforeComma(tokens, at) };
  if (content.to - content.from < 4) return null;
  return {
    unit: { from: 0, to: end },
    cue: { from: at, to: first ? at + 2 : end },
    speaker: { from: at + 2, to },
    inserted: null,
    content,
    contentFirst: !first,
  };
}

/** "Y, X said" and "Y, said X". */
function afterSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  for (let i = 1; i < end; i += 1) {
    const verb = cueAt(tokens, finite, i) ?? invertedCue(tokens, i);
    if (!verb?.takesClause || verb.form === "ing") continue;
    const after = tokens[i + 1];
    if (isBorderMark(tokens[i - 1])) {
      const to = invertedSpeaker(tokens, finite, i + 1, end);
      const content = { from: 0, to: beforeComma(tokens, i) };
      if (to > i + 1 && isSpeech(tokens, finite, content)) {
        return whole(end, { from: i, to: i + 1 }, { from: i + 1, to }, null, content);
      }
    }
    const { np, inserted, verbFrom } = subjectBefore(tokens, finite, i);
    if (!np || !isBorderMark(tokens[np.from - 1]) || np.from < 2) continue;
    if (after?.lower === "that" || clauseFollows(tokens, finite, i + 1, end)) continue;
    const content = { from: 0, to: beforeComma(tokens, np.from) };
    if (!isSpeech(tokens, finite, content)) continue;
    return whole(end, { from: verbFrom, to: i + 1 }, np, inserted, content);
  }
  return null;
}

function whole(
  end: number,
  cue: Range,
  speaker: Range,
  inserted: Range | null,
  content: Range,
): Attribution {
  return { unit: { from: 0, to: end }, cue, speaker, inserted, content, contentFirst: true };
}

function invertedCue(tokens: readonly Token[], i: number): Reporting | null {
  const token = tokens[i];
  if (!token || token.quoted || token.capital || !isBorderMark(tokens[i - 1])) return null;
  const verb = reportingVerb(token.lower);
  return verb && (verb.form === "past" || verb.form === "present") ? verb : null;
}

function invertedSpeaker(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  const first = tokens[from];
  if (!first || !(first.capital || determiners.has(first.lower) || first.lower === "former"))
    return from;
  let to = from;
  while (to < end && !isClauseMark(tokens[to]) && !finite[to] && !tokens[to]?.quoted) {
    const { lower } = tokens[to] ?? { lower: "" };
    const stays = lower === "of" || lower === "for";
    const isLater = prepositions.has(lower) && !stays && tokens[to - 1]?.capital === true;
    if (isLater || relatives.has(lower)) break;
    to += 1;
  }
  return to;
}

/** "X said that Y", "X told Z that Y", "X said: Y", "X denied Y". */
function beforeSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  i: number,
  verb: Reporting,
  end: number,
): Attribution | null {
  const { np, inserted, verbFrom } = subjectBefore(tokens, finite, i);
  const start = verb.form === "ing" ? null : np;
  if (start && relatives.has(tokens[start.from - 1]?.lower ?? "")) return null;
  if (!start && relatives.has(tokens[verbFrom - 1]?.lower ?? "")) return null;
  if (onlyAfterSpeech.has(verb.lemma)) return null;
  const begins = contentStart(tokens, finite, i, verb, end);
  if (begins === null && !(verb.isAct && isAct(tokens, i, verb, end))) return null;
  const to = unitEnd(tokens, finite, (begins ?? i) + 1, end);
  return {
    unit: { from: start?.from ?? verbFrom, to },
    cue: { from: verbFrom, to: i + 1 },
    speaker: start,
    inserted,
    content: begins === null ? null : { from: begins, to },
    contentFirst: false,
  };
}

const withListener = new Set(["tell", "inform", "assure", "remind", "warn", "promise", "advise"]);
const bareClause = new Set(
  "say think believe insist claim argue admit add suggest warn note hope fear announce estimate acknowledge conclude tell allege maintain confirm".split(
    " ",
  ),
);

function contentStart(
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
    if (opensQuote && (tokens[k - 1]?.text === ":" || k === i + 1)) return k;
    if (token.lower === "that" && !token.quoted) {
      const demonstrative = k > i + 1 && prepositions.has(tokens[k - 1]?.lower ?? "");
      return !demonstrative && finite.slice(k + 1, end).some(Boolean) ? k + 1 : null;
    }
    if (token.text === ":") return k + 1 < end ? k + 1 : null;
    if (token.lower === "to" && k === i + 1) return null;
  }
  if (!bareClause.has(verb.lemma)) return null;
  const from = skipTime(tokens, withListener.has(verb.lemma) ? skipListener(tokens, i + 1) : i + 1);
  return clauseFollows(tokens, finite, from, end) ? from : null;
}

function skipListener(tokens: readonly Token[], from: number): number {
  let k = skipName(tokens, from);
  const next = tokens[k]?.lower ?? "";
  if (k === from || /s$/.test(next) || /^(?:him|her|them|us|me|it)$/.test(next)) k += 1;
  return /^(?:in|at|on|during)$/.test(tokens[k]?.lower ?? "") ? skipName(tokens, k + 1) : k;
}

function skipName(tokens: readonly Token[], from: number): number {
  let k = from;
  while (tokens[k]?.capital || determiners.has(tokens[k]?.lower ?? "")) k += 1;
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

/** Whether a subject with its verb begins here, rather than an addition such as "in an interview". */
function clauseFollows(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): boolean {
  const first = tokens[from];
  if (!first || from >= end || (!first.word && !first.quoted)) return false;
  const { lower } = first;
  if (
    prepositions.has(lower) ||
    relatives.has(lower) ||
    /^(?:to|when|while|as|after|before|and|but|during)$/.test(lower)
  ) {
    return false;
  }
  for (let k = from + 1; k < end; k += 1) {
    if (finite[k]) return true;
    const token = tokens[k];
    if (token?.text === "," || relatives.has(token?.lower ?? "")) return false;
  }
  return false;
}

function isAct(tokens: readonly Token[], i: number, verb: Reporting, end: number): boolean {
  const rest = tokens.slice(i + 1, Math.min(end, i + 12)).map((token) => token.lower);
  const [next = ""] = rest;
  if (next === "" || next === ",") return false;
  switch (verb.lemma) {
    case "perceive":
    case "regard":
      return rest.includes("as") || rest.some((word, k) => word === "to" && rest[k + 1] === "be");
    case "call":
      return next === "for" || next === "on" || next === "upon";
    case "tell":
    case "ask":
    case "advise":
    case "warn":
      return rest.includes("to") || verb.lemma === "warn";
    case "insist":
      return next === "on";
    case "pledge":
    case "promise":
    case "vow":
    case "threaten":
      return next === "to";
    default:
      return true;
  }
}

/** What is said runs to the end of the sentence, or to the next "and has claimed", ", but officials say". */
function unitEnd(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  for (let k = from; k < end; k += 1) {
    const token = tokens[k];
    if (token?.quoted || token?.nested) continue;
    const comma = token?.text === ",";
    const at = comma ? k + 1 : k;
    const joint = tokens[at]?.lower ?? "";
    if (/^(?:and|but|while|whereas)$/.test(joint)) {
      for (let c = at + 1; c < Math.min(end, at + 10); c += 1) {
        const verb = cueAt(tokens, finite, c);
        if (!verb || verb.form === "ing") continue;
        const { np, verbFrom } = subjectBefore(tokens, finite, c);
        const shared = np === null && verbFrom === at + 1;
        const another = np?.from === at + 1 && (comma || joint === "but");
        if (shared || another) return k;
      }
    } else if (comma && reportingVerb(joint)?.form === "ing") return k;
  }
  return end;
}

function isSpeech(tokens: readonly Token[], finite: readonly boolean[], content: Range): boolean {
  if (content.to <= content.from) return false;
  if (tokens[content.to - 1]?.quoted) return true;
  return finite.slice(content.from, content.to).some(Boolean);
}

const isClauseMark = (token: Token | undefined): boolean =>
  token === undefined || (!token.word && /^[,;:–—]$/.test(token.text));

const isBorderMark = (token: Token | undefined): boolean =>
  token !== undefined && !token.word && (/^[,–—?!]$/.test(token.text) || token.quoted);

function beforeComma(tokens: readonly Token[], at: number): number {
  return tokens[at - 1]?.text === "," && !tokens[at - 1]?.quoted ? at - 1 : at;
}

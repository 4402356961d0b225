import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isIrregularPast } from "./verbs";
import {
  auxiliaries,
  conditionals,
  contrasts,
  determiners,
  middleAdverbs,
  modals,
  prepositions,
  relatives,
  subordinators,
} from "./word-lists";

/**
 * One fact of a sentence. `words` are the tokens that state it and become the quote; a `subject` that stands
 * elsewhere is borrowed for the statement; `hole` is inserted text that the statement leaves out.
 */
export interface Clause {
  kind: "main" | "predicate" | "relative" | "inner";
  words: Range;
  subject: Range | null;
  hole: Range | null;
  /** The word that ties it to the clause before: "who", "where", "after"; empty for a main clause. */
  connector: string;
  /** The subject of the clause around it, which an "it" inside may mean. */
  matrix: Range | null;
}

/** Cuts a stretch of a sentence into the facts it states. */
export function cutClauses(
  tokens: readonly Token[],
  finite: readonly boolean[],
  range: Range,
): Clause[] {
  const { from, to } = tidy(tokens, range);
  if (to <= from) return [];
  const hasVerb = (a: number, b: number) => finite.slice(a, b).some(Boolean);
  const first = tokens[from]?.lower ?? "";
  const leads = contrasts.has(first) || subordinators.has(first) || first === "as";
  if (leads) {
    for (let k = from + 1; k < to; k += 1) {
      if (!isComma(tokens[k]) || !hasVerb(from + 1, k) || !startsClause(tokens, finite, k + 1, to))
        continue;
      const lead: Clause = { ...clause("inner", from + 1, k), connector: first };
      const rest = cutClauses(tokens, finite, { from: k + 1, to });
      const main = rest.find((each) => each.kind === "main");
      // "While A, B" states two facts; "After A, B" states B in its relation to A, and A.
      if (main && !contrasts.has(first) && main.words.from === k + 1) {
        main.words = { from, to: main.words.to };
      }
      lead.kind = contrasts.has(first) ? "main" : "inner";
      return [lead, ...rest];
    }
  }
  // The main clause is cut off already where the range holds only "While A". "After the vote, B" is B.
  const alone = leads && hasVerb(from + 1, to) && !phraseLeads(tokens, finite, from, to);
  return cutJoined(tokens, finite, { from: alone ? from + 1 : from, to });
}

/** "After some interplay, the girls were let in": before the comma there is no verb. */
function phraseLeads(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  to: number,
): boolean {
  const comma = tokens.findIndex((token, i) => i > from && i < to && isComma(token));
  return comma > 0 && !finite.slice(from + 1, comma).some(Boolean);
}

function cutJoined(tokens: readonly Token[], finite: readonly boolean[], range: Range): Clause[] {
  const found: Clause[] = [];
  let open = clause("main", range.from, range.to);
  const close = (at: number) => {
    open.words = tidy(tokens, { from: open.words.from, to: at });
    if (finite.slice(open.words.from, open.words.to).some(Boolean)) found.push(open);
  };
  for (let k = range.from + 1; k < range.to; k += 1) {
    const token = tokens[k];
    if (!token || token.quoted || token.nested) continue;
    const sofar = finite.slice(open.words.from, k).some(Boolean);
    const relative = relativeAt(tokens, finite, k, range.to);
    if (relative) {
      const subject = open.subject ?? clauseSubject(tokens, finite, open, k);
      found.push(relativeClause(tokens, finite, open.words, k, relative, sofar));
      if (!sofar && relative.resumes) {
        open.hole = { from: k, to: relative.end };
        k = relative.end;
      } else {
        close(k);
        const joint = jointAt(tokens, finite, relative.end, range.to);
        const next = joint?.next ?? relative.end;
        open =
          joint?.kind === "main"
            ? clause("main", next, range.to)
            : { ...clause("predicate", next, range.to), subject };
        k = joint ? next - 1 : relative.end - 1;
        if (
          !joint &&
          relative.end < range.to &&
          !relativeAt(tokens, finite, relative.end, range.to)
        ) {
          k = relative.end;
        }
      }
      continue;
    }
    const joint = sofar ? jointAt(tokens, finite, k, range.to) : null;
    if (!joint) continue;
    const subject = open.subject ?? clauseSubject(tokens, finite, open, k);
    close(k);
    open =
      joint.kind === "predicate"
        ? { ...clause("predicate", joint.next, range.to), subject }
        : clause("main", joint.next, range.to);
    k = joint.next - 1;
  }
  close(range.to);
  const ordered = found.map((each) => afterHole(finite, each));
  return [...ordered, ...ordered.flatMap((each) => innerClauses(tokens, finite, each))];
}

interface Joint {
  kind: "main" | "predicate";
  next: number;
}

/** Where one fact ends and the next begins: "..., but she", "... and opposes", "...; the". */
function jointAt(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  to: number,
): Joint | null {
  const token = tokens[k];
  if (!token) return null;
  if (token.text === ";")
    return startsClause(tokens, finite, k + 1, to) ? { kind: "main", next: k + 1 } : null;
  const comma = token.text === ",";
  const at = comma ? k + 1 : k;
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  if (!next || at + 1 >= to) return null;
  if (word === "and" || word === "but" || word === "or" || word === "yet") {
    const goesOn = word !== "or" && opensPredicate(tokens, finite, at + 1, to);
    if (goesOn && !endsInfinitives(tokens, finite, at)) return { kind: "predicate", next: at + 1 };
    if (conditionals.has(next.lower)) return null;
    if (next.lower === "that" && !isDemonstrative(tokens, finite, at + 1)) {
      // "said that A and that B": the second thing said.
      return startsClause(tokens, finite, at + 2, to) ? { kind: "main", next: at + 2 } : null;
    }
    const pronoun = /^(?:he|she|they|it|we|i|there)$/.test(next.lower);
    const clear = comma || word === "but" || pronoun;
    return clear && word !== "or" && startsClause(tokens, finite, at + 1, to)
      ? { kind: "main", next: at + 1 }
      : null;
  }
  const contrast = comma && contrasts.has(word);
  return contrast && startsClause(tokens, finite, at + 1, to)
    ? { kind: "main", next: at + 1 }
    : null;
}

/** "that proposal was" rather than "that the proposal was". */
function isDemonstrative(
  tokens: readonly Token[],
  finite: readonly boolean[],
  at: number,
): boolean {
  const noun = tokens[at + 1];
  if (!noun?.word || noun.capital || determiners.has(noun.lower) || finite[at + 1]) return false;
  return finite[at + 2] === true;
}

/** "to pick up, carry and deposit": a plain form after a list of infinitives is one of them. */
function endsInfinitives(
  tokens: readonly Token[],
  finite: readonly boolean[],
  joint: number,
): boolean {
  const verb = finite.findIndex((is, i) => is && i > joint);
  const lower = tokens[verb]?.lower ?? "";
  if (/(?:s|ed)$/.test(lower) || auxiliaries.has(lower) || modals.has(lower)) return false;
  if (isIrregularPast(lower)) return false;
  const from = Math.max(0, joint - 14);
  const to = tokens.findIndex((token, i) => i >= from && i < joint && token.lower === "to");
  return to >= 0 && !finite.slice(to, joint).some(Boolean);
}

function opensPredicate(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  to: number,
): boolean {
  let k = from;
  while (
    k < to &&
    (middleAdverbs.has(tokens[k]?.lower ?? "") || /[a-z]{3}ly$/.test(tokens[k]?.lower ?? ""))
  )
    k += 1;
  return k < to && finite[k] === true;
}

/** Whether a subject and then its verb stand here before the next border. */
function startsClause(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  to: number,
): boolean {
  const first = tokens[from];
  if (!first || from >= to || relatives.has(first.lower) || conditionals.has(first.lower))
    return false;
  if (prepositions.has(first.lower) || /^[a-z]+ing$/.test(first.lower)) return false;
  if (finite[from]) return false;
  for (let k = from + 1; k < to; k += 1) {
    if (finite[k]) return true;
    if (tokens[k]?.text === ";") return false;
  }
  return false;
}

interface Relative {
  word: number;
  end: number;
  resumes: boolean;
}

/** A relative clause after a comma; it ends where the main verb follows the next comma, or at the end. */
function relativeAt(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  to: number,
): Relative | null {
  if (!isComma(tokens[k])) return null;
  const word = prepositions.has(tokens[k + 1]?.lower ?? "") ? k + 2 : k + 1;
  if (word >= to || !relatives.has(tokens[word]?.lower ?? "")) return null;
  if (!finite.slice(word + 1, to).some(Boolean)) return null;
  for (let c = word + 1; c < to; c += 1) {
    if (!isComma(tokens[c]) || !finite.slice(word + 1, c).some(Boolean)) continue;
    if (opensPredicate(tokens, finite, c + 1, to)) return { word, end: c, resumes: true };
    const another =
      /^(?:and|but|or)$/.test(tokens[c + 1]?.lower ?? "") &&
      prepositions.has(tokens[c + 2]?.lower ?? "");
    if (another || jointAt(tokens, finite, c, to) || relatives.has(tokens[c + 1]?.lower ?? "")) {
      return { word, end: c, resumes: true };
    }
  }
  return { word, end: to, resumes: false };
}

function relativeClause(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Range,
  comma: number,
  relative: Relative,
  hasVerb: boolean,
): Clause {
  const thing = tokens[relative.word]?.lower === "which";
  const antecedent =
    hasVerb || thing
      ? phraseBefore(tokens, finite, comma, host.from)
      : { from: host.from, to: comma };
  return {
    ...clause("relative", comma + 1, relative.end),
    subject: antecedent,
    connector: tokens[relative.word]?.lower ?? "",
  };
}

/** The noun phrase that ends here: back to its determiner, or to the preposition or verb before it. */
export function phraseBefore(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
  least: number,
): Range {
  let from = end;
  while (from > least && end - from < 12) {
    const token = tokens[from - 1];
    if (!token || (!token.word && !token.nested && !/^[-.$€£%]$/.test(token.text))) break;
    if (
      finite[from - 1] ||
      prepositions.has(token.lower) ||
      /^(?:and|but|or|that|to|by)$/.test(token.lower)
    )
      break;
    const participle = /ed$/.test(token.lower) || isIrregularPast(token.lower);
    if (participle && auxiliaries.has(tokens[from - 2]?.lower ?? "")) break;
    from -= 1;
    if (determiners.has(token.lower)) break;
  }
  return { from, to: end };
}

/** Facts inside a clause: "... after Johnson told it to fight", "... why his party left". */
function innerClauses(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const found: Clause[] = [];
  for (let k = from + 2; k < to; k += 1) {
    const token = tokens[k];
    if (!token || token.quoted || token.nested || token.lower === "once") continue;
    const opens = subordinators.has(token.lower) || token.lower === "why";
    if (token.lower === "since" && /^\d/.test(tokens[k + 1]?.text ?? "")) continue;
    // "declined to say when": a question, not a fact.
    const asked = /^(?:say|know|ask|asked|clear|tell|decide|about|on|of)$/;
    if (token.lower === "when" && asked.test(tokens[k - 1]?.lower ?? "")) continue;
    if (!opens || (tokens[k - 1]?.lower === "as" && token.lower === "long")) continue;
    if (host.kind === "relative" && k <= from + 2) continue;
    if (!finite.slice(from, k).some(Boolean) || !startsClause(tokens, finite, k + 1, to)) continue;
    const matrix = host.subject ?? clauseSubject(tokens, finite, host, k);
    found.push({ ...clause("inner", k + 1, to), connector: token.lower, matrix });
    break;
  }
  return found;
}

/** With something inserted after its subject, a clause is quoted from its verb on and borrows the subject. */
function afterHole(finite: readonly boolean[], each: Clause): Clause {
  const { hole, words } = each;
  if (!hole || each.kind === "relative") return each;
  if (hole.to >= words.to || hole.from <= words.from) return { ...each, hole: null };
  if (finite.slice(words.from, hole.from).some(Boolean)) return each;
  return {
    ...each,
    kind: "predicate",
    subject: { from: words.from, to: hole.from },
    words: { from: hole.to + 1, to: words.to },
    hole: null,
  };
}

function clauseSubject(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
  before: number,
): Range | null {
  const { words, hole } = host;
  const end = hole ? Math.min(hole.from, before) : before;
  for (let k = words.from; k < end; k += 1) {
    // "Nurses who worked nights were": the first verb belongs to what restricts the subject.
    if (/^(?:who|which|that)$/.test(tokens[k - 1]?.lower ?? "") && k - 1 > words.from) continue;
    if (finite[k]) return k > words.from ? { from: words.from, to: k } : null;
  }
  return { from: words.from, to: end };
}

function clause(kind: Clause["kind"], from: number, to: number): Clause {
  return { kind, words: { from, to }, subject: null, hole: null, connector: "", matrix: null };
}

/** The range without commas and linking words at its ends. */
export function tidy(tokens: readonly Token[], range: Range): Range {
  let { from, to } = range;
  const loose = (token: Token | undefined) =>
    token !== undefined && !token.word && !token.nested && /^[,;:–—-]$/.test(token.text);
  while (
    from < to &&
    (loose(tokens[from]) || /^(?:and|but|yet|so)$/.test(tokens[from]?.lower ?? ""))
  )
    from += 1;
  while (
    to > from &&
    (loose(tokens[to - 1]) || /^(?:and|but|while)$/.test(tokens[to - 1]?.lower ?? ""))
  )
    to -= 1;
  // "... said that" leaves a loose end, "to do that" does not.
  const dangling = /^(?:said|and|but)$/.test(tokens[to - 2]?.lower ?? "");
  if (to - from > 1 && dangling && tokens[to - 1]?.lower === "that") to -= 1;
  return { from, to };
}

const isComma = (token: Token | undefined): boolean =>
  token?.text === "," && !token.nested && !token.quoted;

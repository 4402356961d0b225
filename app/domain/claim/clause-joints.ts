import type { Token } from "./tokens";
import { isIrregularPast, isOnlyVerb, isVerbBase } from "./verbs";
import {
  auxiliaries,
  conditionals,
  contrasts,
  determiners,
  middleAdverbs,
  modals,
  prepositions,
  relatives,
  subjectPronouns,
} from "./word-lists";

interface Joint {
  kind: "main" | "predicate";
  next: number;
}

/** Where one fact ends and the next begins: "..., but she", "... and opposes", "...; the". */
export function jointAt(
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
    // "arrested and questioned the boy": two verbs share what they are done to.
    const shared = !comma && finite[k - 1] === true && !auxiliaries.has(tokens[k - 1]?.lower ?? "");
    const goesOn = word !== "or" && !shared && opensPredicate(tokens, finite, at + 1, to);
    if (goesOn && !endsInfinitives(tokens, finite, at)) return { kind: "predicate", next: at + 1 };
    if (conditionals.has(next.lower)) return null;
    if (next.lower === "that" && !isDemonstrative(tokens, finite, at + 1)) {
      // "said that A and that B": the second thing said.
      return startsClause(tokens, finite, at + 2, to) ? { kind: "main", next: at + 2 } : null;
    }
    const pronoun = /^(?:he|she|they|it|we|i|there)$/.test(next.lower);
    const clear = comma || word === "but" || pronoun || complete(tokens, finite, at, to);
    const listed = comma && isListed(tokens, finite, at);
    return clear && !listed && word !== "or" && startsClause(tokens, finite, at + 1, to)
      ? { kind: "main", next: at + 1 }
      : null;
  }
  // "..., hence the seats increased": what follows from the first fact is one of its own.
  const follows =
    comma &&
    (/^(?:hence|thus|therefore)$/.test(word) ||
      (word === "so" && /^(?:he|she|it|they|we|the)$/.test(next.lower)));
  if (follows) {
    return startsClause(tokens, finite, at + 1, to) ? { kind: "main", next: at + 1 } : null;
  }
  if (comma && opensSeries(tokens, finite, k, to)) return { kind: "predicate", next: k + 1 };
  const contrast = comma && contrasts.has(word);
  return contrast && startsClause(tokens, finite, at + 1, to)
    ? { kind: "main", next: at + 1 }
    : null;
}

/** "to recognize, pick up, carry, and deposit balls": the last of several infinitives. */
function isListed(tokens: readonly Token[], finite: readonly boolean[], joint: number): boolean {
  const next = tokens[joint + 1];
  if (!next || next.capital || !isVerbBase(next.lower)) return false;
  const from = Math.max(0, joint - 14);
  const to = tokens.findIndex((token, i) => i >= from && i < joint && token.lower === "to");
  return to >= 0 && !finite.slice(to, joint).some(Boolean);
}

/**
 * "Gloria fell ill and the parents were told": after "and" a determiner, few words and a verb make a clause of their
 * own, unless two subjects share the verb ("after the mayor and the minister were").
 */
function complete(
  tokens: readonly Token[],
  finite: readonly boolean[],
  joint: number,
  to: number,
): boolean {
  if (tokens[joint]?.lower !== "and") return false;
  const first = tokens[joint + 1];
  const verb = finite.findIndex((is, i) => is && i > joint);
  if (!first || verb < 0 || verb >= to || verb - joint > 7) return false;
  if (!determiners.has(first.lower) && !isHelped(tokens, finite, joint, verb)) return false;
  const between = tokens.slice(joint + 1, verb);
  if (
    between.some((token) => !token.word || prepositions.has(token.lower) || token.lower === "that")
  )
    return false;
  if (between.some((token) => relatives.has(token.lower) || token.lower === "and")) return false;
  for (let k = joint - 1; k >= 0; k -= 1) {
    if (finite[k]) return joint - k > 2;
    const lower = tokens[k]?.lower ?? "";
    if (lower === "since" && !finite.slice(k, joint).some(Boolean)) continue;
    if (/^(?:after|before|because|since|when|as|if|that|between|both|while|than)$/.test(lower))
      return false;
  }
  return false;
}

/** "Two people have been killed in Lod and hundreds were hurt": either verb is an auxiliary, and neither side is a list. */
function isHelped(
  tokens: readonly Token[],
  finite: readonly boolean[],
  joint: number,
  verb: number,
): boolean {
  const helps = (at: number) =>
    auxiliaries.has(tokens[at]?.lower ?? "") || modals.has(tokens[at]?.lower ?? "");
  const before = finite.lastIndexOf(true, joint);
  const subject = tokens[before - 1]?.lower ?? "";
  const listed = tokens.slice(before, joint).some((token) => !token.word);
  return helps(verb) && helps(before) && !relatives.has(subject) && subject !== "that" && !listed;
}

/** "that proposal was" rather than "that the proposal was". */
function isDemonstrative(
  tokens: readonly Token[],
  finite: readonly boolean[],
  at: number,
): boolean {
  const noun = tokens[at + 1];
  if (!noun?.word || noun.capital || determiners.has(noun.lower) || finite[at + 1]) return false;
  if (subjectPronouns.has(noun.lower)) return false;
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

export function opensPredicate(
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
export function startsClause(
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
  // "to suggest designs, and determine whether": a plain verb opens no clause but a list of them.
  if (!first.capital && isOnlyVerb(first.lower)) return false;
  for (let k = from + 1; k < to; k += 1) {
    // "knock on doors after high winds and tell people": the verb goes on from before.
    if (finite[k]) return !/^(?:and|or|but)$/.test(tokens[k - 1]?.lower ?? "");
    const goesOn =
      /^(?:and|or)$/.test(tokens[k]?.lower ?? "") && isOnlyVerb(tokens[k + 1]?.lower ?? "");
    if (tokens[k]?.text === ";" || goesOn) return false;
  }
  return false;
}

/**
 * "tightened controls, extended restrictions and introduced fees": behind the comma the next deed of a list that "and"
 * closes; a comma before it belongs to an insertion.
 */
function opensSeries(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  to: number,
): boolean {
  if (!finite[k + 1] || auxiliaries.has(tokens[k + 1]?.lower ?? "")) return false;
  const verb = finite.lastIndexOf(true, k - 1);
  if (verb < 0 || k - verb < 2) return false;
  if (
    tokens
      .slice(verb, k)
      .some(({ word, lower }) => !word || relatives.has(lower) || lower === "that")
  )
    return false;
  for (let j = k + 3; j < to - 1; j += 1) {
    if (!/^(?:and|or)$/.test(tokens[j]?.lower ?? "")) continue;
    if (opensPredicate(tokens, finite, j + 1, to)) return true;
  }
  return false;
}

import type { Clause } from "./clause";
import { isComma, partFrom, saysLittle, tidy, verbIn } from "./clause";
import { brings } from "./participles";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { determiners, relatives } from "./word-lists";

const dash = /^(?:–|—|--|-)$/;

/** In -ing, but a preposition, a noun, or what only lists or describes. */
const notDeeds =
  /^(?:including|according|during|following|nothing|something|anything|everything|depending|being|comprising|ranging|regarding|concerning|barring|pending|speaking|saying|adding|noting)$/;

/** Words that open a reason, a comparison or a restriction behind a comma. */
const qualifies =
  /^(?:despite|because|apparently|allegedly|against|above|below|even|as|for|with|amid|especially|particularly|notably|mostly|mainly|worth|owing)$/;

/** A deed in fewer words only says when: "before going home". */
const leastDeed = 5;

/** Fewer words than these are no claim, neither before the mark nor behind it. */
const least = 3;

/**
 * What follows a clause behind a comma or a dash without being a clause itself: "..., raising fears of a shortage",
 * "..., the first in ten years", "— a route closed since 2019", "..., despite an order of the court". The two can be
 * judged apart.
 */
export function cutTail(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb < 0 || host.hole || host.told || host.kind === "relative") return [];
  for (let k = Math.max(verb + 2, from + 4); k < to - least; k += 1) {
    const token = tokens[k];
    if (!token || token.quoted || token.nested) continue;
    const words = tidy(tokens, { from: k + 1, to });
    const opens = explains(tokens, k)
      ? true
      : dash.test(token.text)
        ? tokens.slice(from, to).filter((each) => dash.test(each.text)).length === 1
        : isComma(token)
          ? isTail(tokens, finite, { from: k + 1, to })
          : opensAmount(tokens, finite, k, host) ||
            (opensDeed(tokens, finite, k) && words.to - words.from >= leastDeed);
    if (!opens || words.to - words.from < least || saysLittle(tokens, words)) continue;
    return [partFrom(host, tokens, k)];
  }
  return [];
}

/** "was banned after testing positive", "fled following a raid": a deed without a subject of its own. */
function opensDeed(tokens: readonly Token[], finite: readonly boolean[], at: number): boolean {
  const { lower = "" } = tokens[at] ?? {};
  const next = tokens[at + 1]?.lower ?? "";
  if (lower === "following")
    return !determiners.has(tokens[at - 1]?.lower ?? "") && !finite[at + 1];
  return /^(?:after|before|while|when|without)$/.test(lower) && /^[a-z]{2,}ing$/.test(next);
}

function isTail(tokens: readonly Token[], finite: readonly boolean[], tail: Range): boolean {
  const first = tokens[tail.from];
  if (!first || first.capital) return false;
  const { lower } = first;
  if (qualifies.test(lower)) return !resumes(tokens, finite, tail);
  if (lower === "including") return hasFigure(tokens, tail) && !resumes(tokens, finite, tail);
  if (/^[a-z]{2,}ing$/.test(lower))
    return !notDeeds.test(lower) && !brings.test(lower) && !finite[tail.from];
  if (/^[a-z]{3,}ed$/.test(lower)) return !finite[tail.from];
  if (/^(?:a|an|the|one)$/.test(lower)) return isApposition(tokens, finite, tail);
  return false;
}

/** "the first in ten years", "a share that fell to 19%": a noun phrase, neither a clause nor the next item of a list. */
function isApposition(
  tokens: readonly Token[],
  finite: readonly boolean[],
  { from, to }: Range,
): boolean {
  const words = tokens.slice(from, to);
  const compares = /(?:er|more|less)$/.test(words[1]?.lower ?? "") && words[0]?.lower === "the";
  const listed = words.some(
    ({ lower }, i) => /^(?:and|or)$/.test(lower) && (i < 6 || words[i - 1]?.text === ","),
  );
  const verb = verbIn(finite, { from, to });
  const restricted =
    verb < 0 ||
    tokens.slice(from, verb).some(({ lower }) => relatives.has(lower) || lower === "that");
  return !listed && restricted && !compares;
}

const hasFigure = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, to).some(({ text }) => /^\d/.test(text));

/** "he and others, including two students, are accused": behind the next comma the clause goes on. */
const resumes = (
  tokens: readonly Token[],
  finite: readonly boolean[],
  { from, to }: Range,
): boolean =>
  tokens.some((token, i) => i > from && i < to - 1 && isComma(token) && finite[i + 1] === true);

/** "will shut with the loss of up to 430 jobs", "went under owing £3.1m": what it came with, in figures. */
function opensAmount(
  tokens: readonly Token[],
  finite: readonly boolean[],
  at: number,
  { words: { from, to } }: Clause,
): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  const opens =
    tokens[at]?.lower === "with" && /^(?:the|an?|up|about|more|nearly|over)$/.test(next);
  const figures = (a: number, b: number) =>
    tokens.slice(a, b).some(({ text }) => /^[\d$€£]/.test(text));
  return (
    opens &&
    figures(at + 1, Math.min(to, at + 9)) &&
    !figures(from, at) &&
    !finite.slice(at, to).some(Boolean)
  );
}

/** "one key piece of evidence: a video": not the time of day, nor what is quoted. */
function explains(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const apart = next !== undefined && next.start > (tokens[at]?.end ?? 0);
  return tokens[at]?.text === ":" && apart && next.word && !next.quoted;
}

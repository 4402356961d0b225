import type { Attribution } from "./attribution";
import { beforeComma, isClauseMark } from "./clause-marks";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { isSomebody } from "./unnamed-people";
import { determiners, roleWords, subjectPronouns } from "./word-lists";

/** "According to X, Y", "Y, according to X", "in the words of X, Y" and "Y, by X's count". */
export function accordingTo(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const at = tokens.findIndex((token, i) => !token.quoted && lengthOfCue(tokens, i) > 0);
  if (at < 0) return byCount(tokens, end);
  const from = at + lengthOfCue(tokens, at);
  if (from >= end) return null;
  const to = nounPhraseEnd(tokens, finite, from, end);
  const first = at < 4;
  const name = first ? appositionAfter(tokens, from, to) : null;
  const rest = name ? name.to : to;
  const begins = tokens[rest]?.text === "," ? rest + 1 : rest;
  const inWords = from - at === 4;
  const aside = !first && tokens[at - 1]?.text === "," && tokens[to]?.text === ",";
  if (aside && finite.slice(to + 1, end).some(Boolean)) {
    return {
      unit: { from: 0, to: end },
      cue: { from: at, to: from },
      speaker: { from, to },
      inserted: null,
      content: { from: 0, to: end },
      contentFirst: true,
      parenthesis: { from: at - 1, to: to + 1 },
    };
  }
  // "Somebody learned that according to X, Y": what stands before is not X's.
  if (!first && !inWords && /^(?:that|and|but|while|because)$/.test(tokens[at - 1]?.lower ?? "")) {
    const comma = tokens.findIndex((token, i) => i >= to && i < to + 10 && token.text === ",");
    const start = comma >= 0 ? comma + 1 : to;
    if (end - start < 4) return null;
    return {
      unit: { from: at, to: end },
      cue: { from: at, to: from },
      speaker: { from, to },
      inserted: null,
      content: { from: start, to: end },
      contentFirst: false,
      parenthesis: null,
    };
  }
  if (inWords && !first) return inWordsOf(tokens, finite, at, to, end);
  const content = first ? { from: begins, to: end } : { from: 0, to: beforeComma(tokens, at) };
  if (to <= from || content.to - content.from < 4) return null;
  return {
    unit: { from: 0, to: end },
    cue: { from: at, to: first ? from : end },
    speaker: { from, to },
    inserted: name,
    content,
    contentFirst: !first,
    parenthesis: null,
  };
}

/** "..., and in the words of X, “Y”": what was before is not X's. */
function inWordsOf(
  tokens: readonly Token[],
  finite: readonly boolean[],
  at: number,
  to: number,
  end: number,
): Attribution | null {
  const quote = tokens.findIndex((token, i) => i >= to && i < to + 12 && token.quoted);
  if (quote < 0 || finite.slice(to, quote).some(Boolean) || end - quote < 3) return null;
  const name = appositionAfter(tokens, at + 4, to);
  return {
    unit: { from: at, to: end },
    cue: { from: at, to: at + 4 },
    speaker: { from: at + 4, to },
    inserted: name,
    content: { from: quote, to: end },
    contentFirst: false,
    parenthesis: null,
  };
}

const counting = /^(?:count|estimates?|account|reckoning|tally|calculations?|figures|measure)$/;

/** "Some 300 have died, by Lee's count." */
function byCount(tokens: readonly Token[], end: number): Attribution | null {
  const noun = end - 1;
  if (!counting.test(tokens[noun]?.lower ?? "")) return null;
  for (let i = noun - 2; i > 4 && i > noun - 8; i -= 1) {
    if (tokens[i]?.lower !== "by" || tokens[i - 1]?.text !== ",") continue;
    const own = /^(?:own|latest|official)$/.test(tokens[noun - 1]?.lower ?? "") ? 1 : 0;
    const to = noun - own;
    if (to <= i + 1 || !/['’]s?$/.test(tokens[to - 1]?.text ?? "")) return null;
    return {
      unit: { from: 0, to: end },
      cue: { from: i, to: end },
      speaker: { from: i + 1, to },
      inserted: null,
      content: { from: 0, to: i - 1 },
      contentFirst: true,
      parenthesis: null,
    };
  }
  return null;
}

/** Whether a cue is such a phrase and not a verb; a statement then says "said". */
export const isSourcePhrase = (token: Token | undefined): boolean =>
  /^(?:according|in|by)$/.test(token?.lower ?? "");

function lengthOfCue(tokens: readonly Token[], i: number): number {
  const word = (k: number) => tokens[i + k]?.lower;
  if (word(0) === "according" && word(1) === "to") return 2;
  const words = word(0) === "in" && word(1) === "the" && word(2) === "words" && word(3) === "of";
  return words ? 4 : 0;
}

const occasion =
  /^(?:statement|interview|tweet|post|letter|report|press|release|briefing|memo|filing)$/;

/** A noun phrase ends at a mark, a verb, or where after a name another phrase begins. */
function nounPhraseEnd(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  let to = from;
  while (to < end && !isClauseMark(tokens[to]) && !finite[to] && !tokens[to]?.quoted) {
    const lower = tokens[to]?.lower ?? "";
    const another =
      determiners.has(lower) ||
      subjectPronouns.has(lower) ||
      /^(?:over|more|about|nearly|\d.*)$/.test(lower);
    const where = lower === "in" && /^(?:an?|its|their|the)$/.test(tokens[to + 1]?.lower ?? "");
    if (where && occasion.test(tokens[to + 2]?.lower ?? "")) break;
    if (another && to > from && tokens[to - 1]?.capital) break;
    to += 1;
  }
  return to;
}

/** "According to the team's coach, Ann Lee, ...": the name after the role. */
function appositionAfter(tokens: readonly Token[], from: number, to: number): Range | null {
  if (tokens[to]?.text !== ",") return null;
  const described = tokens
    .slice(from, to)
    .some((token) => roleWords.has(token.lower) || isSomebody(token.lower));
  if (!described) return null;
  let k = to + 1;
  while (tokens[k]?.capital) k += 1;
  const length = k - to - 1;
  return length >= 1 && length <= 4 && tokens[k]?.text === "," ? { from: to + 1, to: k } : null;
}

import type { Attribution } from "./attribution";
import { beforeComma, isClauseMark } from "./clause-marks";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { determiners, roleWords, subjectPronouns } from "./word-lists";

/** "According to X, Y", "Y, according to X" and "in the words of X". */
export function accordingTo(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const at = tokens.findIndex((token, i) => !token.quoted && lengthOfCue(tokens, i) > 0);
  if (at < 0) return null;
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
  if (inWords && !first) return null;
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

function lengthOfCue(tokens: readonly Token[], i: number): number {
  const word = (k: number) => tokens[i + k]?.lower;
  if (word(0) === "according" && word(1) === "to") return 2;
  const words = word(0) === "in" && word(1) === "the" && word(2) === "words" && word(3) === "of";
  return words ? 4 : 0;
}

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
    if (another && to > from && tokens[to - 1]?.capital) break;
    to += 1;
  }
  return to;
}

/** "According to the team's coach, Ann Lee, ...": the name after the role. */
function appositionAfter(tokens: readonly Token[], from: number, to: number): Range | null {
  if (tokens[to]?.text !== ",") return null;
  if (!tokens.slice(from, to).some((token) => roleWords.has(token.lower))) return null;
  let k = to + 1;
  while (tokens[k]?.capital) k += 1;
  const length = k - to - 1;
  return length >= 1 && length <= 4 && tokens[k]?.text === "," ? { from: to + 1, to: k } : null;
}

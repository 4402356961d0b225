import type { Attribution } from "./attribution";
import type { Token } from "./tokens";
import { determiners } from "./word-lists";

const possessive = /['’]s?$/;

const saidNoun =
  /^(?:claims?|allegations?|assertions?|statements?|warnings?|suggestions?|insistence|admission|accusations?|denials?|arguments?|view|belief|promise|pledge|prediction|forecast|conclusion|contention|complaints?|recommendation|assessment|boast|charge|finding)$/;

/** Whether an attribution was found by `nounSpeech`: its speaker owns what was said. */
export const isNounSpeech = (
  tokens: readonly Token[],
  { cue, speaker }: Pick<Attribution, "cue" | "speaker">,
): boolean =>
  speaker !== null &&
  possessive.test(tokens[speaker.to - 1]?.text ?? "") &&
  saidNoun.test(tokens[cue.from]?.lower ?? "");

/** "The minister's claim that prices fell is wrong": a noun hands on what its owner says. */
export function nounSpeech(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  for (let i = 1; i < end - 3; i += 1) {
    const token = tokens[i];
    if (!token || token.quoted || !saidNoun.test(token.lower)) continue;
    if (tokens[i + 1]?.lower !== "that" || tokens[i + 1]?.quoted) continue;
    const owner = ownerBefore(tokens, i);
    if (!owner) continue;
    const to = contentEnd(tokens, finite, i + 2, end);
    if (!finite.slice(i + 2, to).some(Boolean)) continue;
    return {
      unit: { from: owner.from, to },
      cue: { from: i, to: i + 2 },
      speaker: owner,
      inserted: null,
      content: { from: i + 2, to },
      contentFirst: false,
      parenthesis: null,
    };
  }
  return null;
}

/** The noun phrase in the possessive before a noun, with at most two words between: "Lee's repeated claim". */
function ownerBefore(tokens: readonly Token[], noun: number): { from: number; to: number } | null {
  for (let k = noun - 1; k >= 0 && k >= noun - 3; k -= 1) {
    const token = tokens[k];
    if (!token?.word) return null;
    if (!possessive.test(token.text)) continue;
    let from = k;
    while (from > 0 && tokens[from - 1]?.word && (tokens[from - 1]?.capital ?? false)) from -= 1;
    if (from === k && !token.capital) {
      while (from > 0 && k - from < 5 && !determiners.has(tokens[from]?.lower ?? "")) from -= 1;
      if (!determiners.has(tokens[from]?.lower ?? "")) return null;
    } else if (determiners.has(tokens[from - 1]?.lower ?? "")) from -= 1;
    return { from, to: k + 1 };
  }
  return null;
}

/** What was said ends where a second verb tells what became of the claim. */
function contentEnd(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): number {
  const verb = finite.findIndex((is, i) => is && i >= from && i < end);
  if (verb < 0) return end;
  for (let k = verb + 2; k < end; k += 1) {
    if (tokens[k]?.text === "," || tokens[k]?.text === ";") return k;
    const joined = /^(?:who|which|that|and|but|or|because|when|while|after|before)$/;
    if (finite[k] && !tokens.slice(verb + 1, k).some((token) => joined.test(token.lower))) return k;
  }
  return end;
}

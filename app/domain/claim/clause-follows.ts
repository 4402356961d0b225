import type { Token } from "./tokens";
import { prepositions, relatives } from "./word-lists";

/** "He's", "they've": subject and verb in one word. */
const contracted = /^(?:i|he|she|it|they|we|you|there|that)'(?:s|re|ve|m|ll|d)$/;

/** Whether a subject with its verb begins here, rather than an addition such as "in an interview". */
export function clauseFollows(
  tokens: readonly Token[],
  finite: readonly boolean[],
  from: number,
  end: number,
): boolean {
  const first = tokens[from];
  const isSum = /^\p{Sc}$/u.test(first?.text ?? "");
  if (!first || from >= end || (!first.word && !first.quoted && !isSum)) return false;
  const { lower } = first;
  if (
    prepositions.has(lower) ||
    relatives.has(lower) ||
    /^(?:to|when|while|as|after|before|and|but|during)$/.test(lower)
  ) {
    return false;
  }
  if (contracted.test(lower)) return true;
  for (let k = from + 1; k < end; k += 1) {
    if (finite[k]) return true;
    const token = tokens[k];
    if (token?.text === ",") return verbAfterInsertion(tokens, finite, k, end);
    if (relatives.has(token?.lower ?? "")) return false;
  }
  return false;
}

/** "John Kerry, the secretary of state, met": the verb after what stands between two commas. */
function verbAfterInsertion(
  tokens: readonly Token[],
  finite: readonly boolean[],
  comma: number,
  end: number,
): boolean {
  for (let k = comma + 2; k < Math.min(end, comma + 16); k += 1) {
    if (tokens[k]?.text !== ",") continue;
    return finite.slice(k + 1, Math.min(end, k + 5)).some(Boolean);
  }
  return false;
}

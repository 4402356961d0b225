import type { Attribution } from "./attribution";
import { subjectBefore } from "./subject";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { auxiliaries, modals } from "./word-lists";

/** So many words in quotation marks are somebody's; fewer may be a title, a name or a word held at arm's length. */
const fewestQuoted = 4;

const saysOf = /^(?:sa(?:id|ys|y)|claim(?:ed|s)?|argue[sd]?|warn(?:ed|s)?|insist(?:ed|s)?)$/;
const heardFrom =
  /^(?:accused|advised|asked|condemned|criticised|criticized|denounced|described|informed|praised|quoted|told|urged|warned)$/;
/** What somebody is at: "is calling for", "are urging ministers to". */
const atIt =
  /^(?:accusing|alleging|arguing|claiming|condemning|criticising|criticizing|demanding|denying|insisting|predicting|proposing|suggesting|urging|warning)$/;
const be = /^(?:is|are|was|were|been|being)$/;

/**
 * Who is heard in a sentence that no rule takes apart as speech: "a plan that she said would fail", "was criticised by
 * the union", and a clause with a longer quotation in it ("They call for “a ban on all of it”"). It tells that words are
 * handed on, and whose; no claim is made of it.
 */
export function speechInPassing(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  for (let i = 1; i < end - 1; i += 1) {
    if (tokens[i]?.quoted) continue;
    const found =
      saidInRelative(tokens, finite, i) ??
      heardBy(tokens, finite, i, end) ??
      isAtIt(tokens, finite, i);
    if (found) return heard(found, i, end);
  }
  return quotedAtLength(tokens, finite, end);
}

/** "an overhaul which he said would pay": behind the verb of saying the clause's own verb follows. */
function saidInRelative(
  tokens: readonly Token[],
  finite: readonly boolean[],
  i: number,
): Range | null {
  if (!saysOf.test(tokens[i]?.lower ?? "")) return null;
  const next = tokens[i + 1]?.lower ?? "";
  if (!(modals.has(next) || auxiliaries.has(next) || finite[i + 1] === true)) return null;
  const { np } = subjectBefore(tokens, finite, i);
  return np && /^(?:which|who|that)$/.test(tokens[np.from - 1]?.lower ?? "") ? np : null;
}

/** "The union is calling for a strike": whoever is at it. */
function isAtIt(tokens: readonly Token[], finite: readonly boolean[], i: number): Range | null {
  const lower = tokens[i]?.lower ?? "";
  const calls = lower === "calling" && /^(?:for|on)$/.test(tokens[i + 1]?.lower ?? "");
  if (!(calls || atIt.test(lower)) || !finite.slice(Math.max(0, i - 3), i).some(Boolean))
    return null;
  if (!tokens.slice(Math.max(0, i - 2), i).some((token) => be.test(token.lower))) return null;
  return subjectBefore(tokens, finite, i).np;
}

/** "was criticised by the union": who stands behind "by", up to a mark, a verb or what it is about. */
function heardBy(
  tokens: readonly Token[],
  finite: readonly boolean[],
  i: number,
  end: number,
): Range | null {
  const isPassive = heardFrom.test(tokens[i]?.lower ?? "") && be.test(tokens[i - 1]?.lower ?? "");
  if (!isPassive || tokens[i + 1]?.lower !== "by") return null;
  const from = i + 2;
  let to = from;
  while (to < end && tokens[to]?.word && finite[to] !== true) {
    if (/^(?:as|for|that|to|over|after|in|who|which)$/.test(tokens[to]?.lower ?? "")) break;
    to += 1;
  }
  return to > from ? { from, to } : null;
}

/** A longer quotation inside a clause is of whoever acts there; where nobody does, of somebody. */
function quotedAtLength(
  tokens: readonly Token[],
  finite: readonly boolean[],
  end: number,
): Attribution | null {
  const first = tokens.findIndex((token) => token.quoted);
  if (first < 2 || first >= end) return null;
  const quoted = tokens.slice(first, end).filter((token) => token.quoted && token.word);
  const plain = quoted.filter((token) => !token.capital);
  if (quoted.length < fewestQuoted || plain.length * 2 < quoted.length) return null;
  const verb = finite.findIndex((is, i) => is && i > 0 && i < first);
  if (verb < 0 || be.test(tokens[verb]?.lower ?? "")) return null;
  const { np } = subjectBefore(tokens, finite, verb);
  return np && heard(np, verb, end);
}

const heard = (speaker: Range, cue: number, end: number): Attribution => ({
  unit: { from: speaker.from, to: end },
  cue: { from: cue, to: cue + 1 },
  speaker,
  inserted: null,
  content: null,
  contentFirst: false,
  parenthesis: null,
});

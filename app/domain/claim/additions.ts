import type { Clause } from "./clause";
import { isComma, partFrom, verbIn } from "./clause";
import type { Token } from "./tokens";

const superlative =
  /^(?:most|highest|largest|lowest|biggest|fewest|smallest|fastest|worst|best|first|second|third)$/;
const amount =
  /^(?:\d.*|[$€£¥]|half|one|two|three|four|five|six|seven|eight|nine|ten|a|third|quarter|double|twice)$/;
const roughly = /^(?:about|around|nearly|almost|roughly|over|more|less|some|just|only|at)$/;
const comparison = /^(?:above|below|more|less|higher|lower|fewer|ahead|behind|faster|slower)$/;

/**
 * What a clause adds behind its last comma without a verb, where a figure or a rank is in it: "..., up 28% from
 * January", "..., with a turnout of 58%", "..., about a quarter of its people".
 */
export function cutAdditions(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb < 0 || host.kind === "relative" || host.hole) return [];
  for (let k = verb + 2; k < to - 2; k += 1) {
    if (!isComma(tokens[k]) || finite.slice(k, to).some(Boolean)) continue;
    if (!measures(tokens, k + 1, to)) continue;
    return [partFrom(host, tokens, k)];
  }
  return [];
}

function measures(tokens: readonly Token[], from: number, to: number): boolean {
  const lower = (k: number) => tokens[k]?.lower ?? "";
  const figures = tokens
    .slice(from, to)
    .some((token) => /^\d/.test(token.text) || superlative.test(token.lower));
  const first = lower(from);
  if (/^(?:up|down|compared)$/.test(first)) return true;
  if (first === "with") return figures;
  if (first === "the") return superlative.test(lower(from + 1)) && to - from > 3;
  const at = roughly.test(first) ? from + 1 : from;
  if (!amount.test(lower(at)) && lower(at) !== "than") return false;
  const rest = tokens.slice(at, to);
  const share = rest.some(
    (token, k) =>
      token.lower === "of" &&
      /^(?:half|third|quarter|fifth|tenth|%|cent|percent|most)$/.test(rest[k - 1]?.lower ?? ""),
  );
  return share || rest.some((token) => comparison.test(token.lower));
}

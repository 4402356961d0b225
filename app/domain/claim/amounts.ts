import type { Clause } from "./clause";
import { isComma, tidy, verbIn } from "./clause";
import type { Token } from "./tokens";
import { months } from "./word-lists";

const counted =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions|billions|several|half|nearly|almost|about|around|over)$/;

/** Fewer words than these name no amount of anything. */
const least = 3;

/**
 * "The firm has 1.5 million retail customers and one million wholesale customers": amounts of two things are judged
 * apart, each told with what stands before the first.
 */
export function cutAmounts(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb <= from || host.hole || host.told || host.kind === "relative" || host.subject) return [];
  const first = tokens.findIndex((_, i) => i > verb && i < to && isAmount(tokens, i));
  if (first < 0) return [];
  const lead = beforeMeasure(tokens, first);
  if (lead <= verb - 1 || ranges.test(tokens[lead - 1]?.lower ?? "")) return [];
  const starts: number[] = [];
  for (let k = first + least; k < to - least + 1; k += 1) {
    const token = tokens[k];
    if (!token || token.nested || finite[k]) return [];
    const joint = isComma(token) || token.lower === "and";
    const next = tokens[k + 1]?.lower === "and" ? k + 2 : k + 1;
    if (joint && isAmount(tokens, next) && next > (starts.at(-1) ?? 0)) starts.push(next);
  }
  if (starts.length === 0) return [];
  const subject = { from, to: lead };
  const parts = starts.map((start, i) => tidy(tokens, { from: start, to: starts[i + 1] ?? to }));
  if (parts.some((part) => part.to - part.from < least)) return [];
  host.words = tidy(tokens, { from, to: starts[0] ?? to });
  return parts.map((words) => ({ ...host, kind: "predicate", words, subject }));
}

const ranges = /^(?:between|from|of|by|in|since|until|on|at|aged|page|chapter)$/;

/** "$1.2 million in", "42-5-0 for", "several hundred pills": a figure and what there is so much of; no year and no day. */
function isAmount(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next || /^[,;]$/.test(next.text)) return false;
  if (/^[$€£¥]$/.test(token.text)) return true;
  if (
    /^(?:19|20)\d\d$/.test(token.text) ||
    months.has(next.lower) ||
    months.has(tokens[i - 1]?.lower ?? "")
  )
    return false;
  if (/^\d/.test(token.text)) return next.word || /^%$/.test(next.text);
  return (
    counted.test(token.lower) &&
    (/^\d/.test(next.text) ||
      /^(?:hundred|thousand|million|billion|dozen|one|two|half)$/.test(next.lower) ||
      /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(token.lower)) &&
    !next.capital
  );
}

/** Where "more than", "up to" or "about" begins before a figure. */
function beforeMeasure(tokens: readonly Token[], at: number): number {
  let k = at;
  while (
    /^(?:more|less|fewer|than|up|to|about|around|over|nearly|almost|some|at|least|just|only|roughly)$/.test(
      tokens[k - 1]?.lower ?? "",
    )
  )
    k -= 1;
  return k;
}

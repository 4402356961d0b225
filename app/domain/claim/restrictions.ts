import type { Clause } from "./clause";
import { clause, phraseBefore, verbIn } from "./clause";
import { reportingVerb } from "./reporting-verbs";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { auxiliaries, determiners, modals, relatives, subjectPronouns } from "./word-lists";

/**
 * "a transfer that could be worth £114m": what restricts a noun at the end of a clause is a fact of its own where a figure
 * is in it. The clause keeps it, since without it another thing may be meant.
 */
export function restrictions(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  const verb = verbIn(finite, host.words);
  if (verb < 0 || host.kind === "relative") return [];
  for (let k = verb + 2; k < to - 3; k += 1) {
    const { lower = "", quoted, nested } = tokens[k] ?? {};
    if (quoted || nested || !/^(?:that|which|who)$/.test(lower) || tokens[k - 1]?.word !== true)
      continue;
    const next = tokens[k + 1]?.lower ?? "";
    if (!finite[k + 1] || finite[k - 1]) continue;
    const words = { from: k, to };
    const figure = tokens.slice(k, to).some(({ text }) => /^\d/.test(text));
    const firm = modals.has(next) || auxiliaries.has(next) || lower !== "that";
    if (!figure || !firm || reportingVerb(next) || !endsHere(tokens, finite, words)) continue;
    const subject = phraseBefore(tokens, finite, k, from);
    if (subject.to - subject.from < 2 && !determiners.has(tokens[subject.from]?.lower ?? ""))
      continue;
    if (/ing$/.test(tokens[subject.from]?.lower ?? "")) continue;
    return [{ ...clause("relative", words.from, words.to), subject, connector: lower }];
  }
  return [];
}

/** "the bridges that are old had been closed": the second verb belongs to the clause around it. */
const endsHere = (tokens: readonly Token[], finite: readonly boolean[], { from, to }: Range) =>
  tokens.slice(from, to).every((_, i) => {
    const { lower = "" } = tokens[from + i - 1] ?? {};
    return i < 2 || !finite[from + i] || relatives.has(lower) || subjectPronouns.has(lower);
  });

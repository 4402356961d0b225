import type { Clause } from "./clause";
import { isComma, tidy, verbIn } from "./clause";
import { startsClause } from "./clause-joints";
import type { Token } from "./tokens";

/** In -ing, but what it opens tells no deed of the subject behind the comma. */
const notDeeds =
  /^(?:according|during|following|including|speaking|regarding|concerning|depending|barring)$/;

/** A lead in fewer words is read in passing: "speaking slowly, ...". */
const least = 4;

/**
 * "Having set up a zone of its own in 1969, Japan has no right ...": the deed before the subject is judged apart; both are
 * told with the whole clause.
 */
export function cutLead(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  if (host.kind !== "main" || host.hole || host.told) return [];
  const { lower = "" } = tokens[from] ?? {};
  if (!/^[a-z]{2,}ing$/.test(lower) || notDeeds.test(lower)) return [];
  const verb = verbIn(finite, host.words);
  for (let k = from + least; k < verb; k += 1) {
    if (!isComma(tokens[k]) || !startsClause(tokens, finite, k + 1, to)) continue;
    const told = { from, to };
    host.words = tidy(tokens, { from: k + 1, to });
    return [{ ...host, words: { from, to: k }, told }];
  }
  return [];
}

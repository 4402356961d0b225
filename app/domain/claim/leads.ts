import type { Clause } from "./clause";
import { isComma, tidy, verbIn } from "./clause";
import { startsClause } from "./clause-joints";
import type { Token } from "./tokens";
import { prepositions } from "./word-lists";

/** In -ing, but what it opens tells no deed of the subject behind the comma. */
const notDeeds =
  /^(?:according|during|following|including|speaking|regarding|concerning|depending|barring)$/;

/** A lead in fewer words is read in passing: "speaking slowly, ...". */
const least = 4;
const leastAlong = 5;

/**
 * "Having set up a zone of its own in 1969, Japan has no right ...": the deed before the subject is judged apart; both are
 * told with the whole clause. So is what went along with it: "With 20 members joining the other side, the budget passed".
 */
export function cutLead(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Clause,
): Clause[] {
  const { from, to } = host.words;
  if ((host.kind !== "main" && host.kind !== "inner") || host.hole || host.told) return [];
  const { lower = "" } = tokens[from] ?? {};
  const deed = /^[a-z]{2,}ing$/.test(lower) && !notDeeds.test(lower);
  const done =
    /^[a-z]{3,}ed$/.test(lower) &&
    prepositions.has(tokens[from + 1]?.lower ?? "") &&
    !/^(?:asked|based|compared)$/.test(lower);
  const along = lower === "with" || lower === "worth";
  if (!deed && !done && !along) return [];
  const verb = verbIn(finite, host.words);
  for (let k = from + least; k < verb; k += 1) {
    if (!isComma(tokens[k]) || !startsClause(tokens, finite, k + 1, to)) continue;
    if (!deed && k - from < leastAlong) return [];
    if (along && !tellsFact(tokens.slice(from + 1, k))) return [];
    const told = { from, to };
    host.words = tidy(tokens, { from: k + 1, to });
    return [{ ...host, words: { from, to: k }, told }];
  }
  return [];
}

/** "with many employers struggling", "with a turnout of 58%", not "with great regret". */
const tellsFact = (words: readonly Token[]): boolean =>
  words.some(({ lower }, i) => /^\d/.test(lower) || (i > 0 && /^[a-z]{3,}ing$/.test(lower)));

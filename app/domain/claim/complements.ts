import type { Clause } from "./clause";
import { clause, saysLittle } from "./clause";
import { startsClause } from "./clause-joints";
import type { Token } from "./tokens";

/** Nouns that a clause with "that" fills: what the reports, the fears, the fact is. */
const filled =
  /^(?:fact|facts|reports?|claims?|allegations?|accusations?|fears?|concerns?|warnings?|evidence|belief|condition|news|rumou?rs?|suspicions?|speculation|assertions?|possibility|grounds|signs?|proof|conclusion|finding|idea)$/;

/** "amid reports that he is under investigation": what the reports say is judged apart. */
export function complements(
  tokens: readonly Token[],
  finite: readonly boolean[],
  { words: { from, to } }: Clause,
): Clause[] {
  for (let k = from + 1; k < to - 4; k += 1) {
    const { lower = "", quoted, nested } = tokens[k] ?? {};
    if (quoted || nested || lower !== "that" || !filled.test(tokens[k - 1]?.lower ?? "")) continue;
    if (!startsClause(tokens, finite, k + 1, to)) continue;
    const words = { from: k + 1, to };
    if (saysLittle(tokens, words)) continue;
    return [{ ...clause("inner", words.from, words.to), connector: "that" }];
  }
  return [];
}

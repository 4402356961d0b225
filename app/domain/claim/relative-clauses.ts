import { clause, isComma, phraseBefore } from "./clause";
import type { Clause } from "./clause";
import { jointAt, opensPredicate } from "./clause-joints";
import type { Range } from "./subject";
import type { Token } from "./tokens";
import { prepositions, relatives } from "./word-lists";

interface Relative {
  word: number;
  end: number;
  resumes: boolean;
}

/** A relative clause after a comma; it ends where the main verb follows the next comma, or at the end. */
export function relativeAt(
  tokens: readonly Token[],
  finite: readonly boolean[],
  k: number,
  to: number,
): Relative | null {
  if (!isComma(tokens[k])) return null;
  const word = prepositions.has(tokens[k + 1]?.lower ?? "") ? k + 2 : k + 1;
  if (word >= to || !relatives.has(tokens[word]?.lower ?? "")) return null;
  if (!finite.slice(word + 1, to).some(Boolean)) return null;
  for (let c = word + 1; c < to; c += 1) {
    if (!isComma(tokens[c]) || !finite.slice(word + 1, c).some(Boolean)) continue;
    if (opensPredicate(tokens, finite, c + 1, to)) return { word, end: c, resumes: true };
    const another =
      /^(?:and|but|or)$/.test(tokens[c + 1]?.lower ?? "") &&
      prepositions.has(tokens[c + 2]?.lower ?? "");
    if (another || jointAt(tokens, finite, c, to) || relatives.has(tokens[c + 1]?.lower ?? "")) {
      return { word, end: c, resumes: true };
    }
  }
  return { word, end: to, resumes: false };
}

/** "Former members of the club, who": those who did something are the members. */
function withHead(
  tokens: readonly Token[],
  finite: readonly boolean[],
  np: Range,
  least: number,
): Range {
  if (tokens[np.from - 1]?.lower !== "of" || np.from - 1 <= least) return np;
  const head = phraseBefore(tokens, finite, np.from - 1, least);
  return head.from < np.from - 1 ? { from: head.from, to: np.to } : np;
}

export function relativeClause(
  tokens: readonly Token[],
  finite: readonly boolean[],
  host: Range,
  comma: number,
  relative: Relative,
  hasVerb: boolean,
): Clause {
  const thing = tokens[relative.word]?.lower === "which";
  // Straight behind another relative clause nothing of the host is left: the antecedent stands inside that one.
  const least = host.from < comma ? host.from : 0;
  const antecedent =
    hasVerb || thing || least !== host.from
      ? phraseBefore(tokens, finite, comma, least)
      : { from: host.from, to: comma };
  return {
    ...clause("relative", comma + 1, relative.end),
    subject:
      thing || least !== host.from ? antecedent : withHead(tokens, finite, antecedent, least),
    connector: tokens[relative.word]?.lower ?? "",
  };
}

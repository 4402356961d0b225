import type { Anchor, Claim } from "../claim";
import { readSplit, type ModelStatement } from "./answer";
import { cleanStatement, faultOf, sameWords } from "./check-statement";
import { negationsIn } from "./negations";
import { sourceWords } from "./source-words";
import type { CheckedAnswer, Dropped, DropReason, SuggestedStatement } from "./suggestion";

/** As many parts as the form takes. */
const most = 10;

/**
 * Reads how a model would split a claim. Each part is checked alone and dropped alone; when fewer than two are left,
 * or a "not" of the claim got lost on the way, nothing is.
 */
export function checkSplit(
  answer: string,
  claim: Pick<Claim, "anchor" | "statement">,
  articleText: string,
): CheckedAnswer {
  const said = readSplit(answer);
  if (said === null) {
    return { statements: [], dropped: [{ statement: "", reason: { kind: "unreadable" } }] };
  }
  const sources = sourceWords(articleText, claim.statement);
  const statements: SuggestedStatement[] = [];
  const dropped: Dropped[] = [];
  for (const part of said.slice(0, most)) {
    const statement = cleanStatement(part.statement);
    const span = placeOf(part, claim.anchor);
    const fault =
      faultOf(statement, claim.statement, sources) ??
      (span === null ? ({ kind: "not_in_passage" } as const) : null) ??
      negationFault(statement, part.quote ?? "", claim.statement) ??
      (statements.some((other) => sameWords(other.statement, statement))
        ? ({ kind: "double" } as const)
        : null);
    if (fault === null && span !== null) statements.push({ statement, ...span });
    else if (fault !== null) dropped.push({ statement: statement.slice(0, 300), reason: fault });
  }
  const reason = faultOfWhole(statements, claim.statement);
  if (reason === null) return { statements, dropped };
  return { statements: [], dropped: [...dropped, { statement: "", reason }] };
}

/** Where a part's quote stands, in code points of the article; null when not so, whole words, inside the passage. */
function placeOf({ quote }: ModelStatement, anchor: Anchor): { start: number; end: number } | null {
  const words = quote?.trim() ?? "";
  if (words === "" || /\p{Cs}/u.test(words)) return null;
  for (let at = anchor.exact.indexOf(words); at >= 0; at = anchor.exact.indexOf(words, at + 1)) {
    const before = anchor.exact.slice(0, at);
    const after = anchor.exact.slice(at + words.length);
    if (cutsWord(before, words) || cutsWord(words, after)) continue;
    const start = anchor.start + Array.from(before).length;
    return { start, end: start + Array.from(words).length };
  }
  return null;
}

const cutsWord = (left: string, right: string): boolean =>
  /[\p{L}\p{M}\p{N}]$/u.test(left) && /^[\p{L}\p{M}\p{N}]/u.test(right);

function negationFault(statement: string, quote: string, standing: string): DropReason | null {
  const denied = negationsIn(statement);
  if (denied > negationsIn(standing)) return { kind: "negation_added" };
  return denied === 0 && negationsIn(quote) > 0 ? { kind: "negation_dropped" } : null;
}

function faultOfWhole(
  statements: readonly SuggestedStatement[],
  standing: string,
): DropReason | null {
  if (statements.length < 2) return { kind: "one_part" };
  const kept = statements.reduce((sum, { statement }) => sum + negationsIn(statement), 0);
  return kept < negationsIn(standing) ? { kind: "negation_dropped" } : null;
}

import type { Claim } from "../claim";
import { readRewrite } from "./answer";
import { cleanStatement, faultOf } from "./check-statement";
import { negationsIn } from "./negations";
import { sourceWords } from "./source-words";
import type { CheckedAnswer, DropReason } from "./suggestion";

/** Reads a model's rewording of a claim and drops it unless every check holds. */
export function checkRewrite(
  answer: string,
  claim: Pick<Claim, "anchor" | "statement">,
  articleText: string,
): CheckedAnswer {
  const said = readRewrite(answer);
  if (said === null) return drop("", { kind: "unreadable" });
  const statement = cleanStatement(said.statement);
  const fault =
    faultOf(statement, claim.statement, sourceWords(articleText, claim.statement)) ??
    negationFault(statement, claim.statement);
  if (fault !== null) return drop(statement, fault);
  const { start, end } = claim.anchor;
  return { statements: [{ statement, start, end }], dropped: [] };
}

function negationFault(statement: string, standing: string): DropReason | null {
  const change = negationsIn(statement) - negationsIn(standing);
  if (change === 0) return null;
  return { kind: change > 0 ? "negation_added" : "negation_dropped" };
}

const drop = (statement: string, reason: DropReason): CheckedAnswer => ({
  statements: [],
  dropped: [{ statement: statement.slice(0, 300), reason }],
});

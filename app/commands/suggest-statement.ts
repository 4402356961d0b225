import { z } from "zod";

import { anchorOf } from "~/domain/claim/anchor";
import { checkRewrite } from "~/domain/claim/suggestion/check-rewrite";
import { checkSplit } from "~/domain/claim/suggestion/check-split";
import { suggestionRequest } from "~/domain/claim/suggestion/request";
import {
  describeDrop,
  suggestionKinds,
  type Dropped,
  type ShownSuggestion,
} from "~/domain/claim/suggestion/suggestion";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim } from "./take-step";

export const suggestStatementInput = z.object({
  claimId: z.uuid(),
  kind: z.enum(suggestionKinds),
});

/**
 * Asks the language model how it would word or split a claim that nobody reviews yet. What fails the checks is
 * dropped; what is left is stored with its audit event and shown. The claim itself is not changed.
 */
export async function suggestStatement(
  ports: Ports,
  person: Person,
  { claimId, kind }: z.infer<typeof suggestStatementInput>,
): Promise<Result<ShownSuggestion, Refusal>> {
  if (!may(person, "claim.suggest")) {
    return fail({ kind: "forbidden", message: "Only an editor can ask for a suggestion." });
  }
  const model = ports.languageModel;
  if (model === null) return illegal("No language model is set up for this desk.");
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  const claim = found.value;
  if (claim.state !== "proposed" && claim.state !== "open") {
    return illegal("A suggestion is made only for a claim that nobody reviews yet.");
  }
  const version = await ports.articles.version(claim.articleVersionId);
  if (!version) return fail({ kind: "not_found", what: "article version" });
  if (version.language !== "en") {
    return illegal("Suggestions can be checked in English only, and this article is not.");
  }

  const answer = await model.answer(suggestionRequest(kind, claim, version));
  if (!answer.ok) return fail({ kind: "unavailable", message: answer.error.message });
  const check = kind === "rewrite" ? checkRewrite : checkSplit;
  const { statements, dropped } = check(answer.value, claim, version.text);
  if (statements.length === 0) return illegal(nothingLeft(model.name, dropped));

  const stored = await ports.suggestions.record({
    claimId,
    kind,
    model: model.name,
    statements,
    askedBy: person.id,
  });
  if (!stored.ok) return stored;
  return ok({
    id: stored.value,
    kind,
    model: model.name,
    statements: statements.map(({ statement, start, end }) => ({
      statement,
      quote: anchorOf(version.text, start, end).exact,
    })),
    dropped: dropped.map(({ statement, reason }) => ({ statement, why: describeDrop(reason) })),
  });
}

const illegal = (message: string) => fail({ kind: "illegal", message } as const);

function nothingLeft(model: string, dropped: readonly Dropped[]): string {
  const reasons = [...new Set(dropped.map(({ reason }) => describeDrop(reason)))];
  const why = reasons.length > 3 ? [...reasons.slice(0, 3), "and more"] : reasons;
  return `What ${model} suggested was dropped, because ${why.join("; ")}. Nothing was changed; what you typed is still here.`;
}

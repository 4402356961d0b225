import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { fail } from "~/domain/result";
import { openThreads, openThreadsMessage } from "~/domain/review/discussion";
import { canonicalText, verdictContent } from "~/domain/verdict/canonical";
import { checkDraft } from "~/domain/verdict/check-draft";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const submitReviewInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  reason: stepReason,
});

/**
 * Freezes what is committed of the shared document as a verdict version and hands the claim to the second reviewer.
 * What is missing comes back field by field, and so do open threads; the review stays as it is.
 */
export async function submitReview(
  ports: Ports,
  person: Person,
  input: z.infer<typeof submitReviewInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  const claim = found.value;
  const article = await ports.articles.version(claim.articleVersionId);
  if (!article) return fail({ kind: "not_found", what: "article version" });

  const { head, draft, discussion } = await ports.documents.read(claim.id);
  const checked = checkDraft(draft);
  const fields: Record<string, string[]> = {};
  for (const { field, message } of checked.ok ? [] : checked.error) {
    (fields[field] ??= []).push(message);
  }
  const open = openThreadsMessage(openThreads(discussion).length);
  if (open !== null) fields["discussion"] = [open];
  if (!checked.ok || open !== null) return fail({ kind: "invalid", fields });
  return takeStep(ports, person, claim, {
    action: "submit",
    expectedVersion: input.version,
    reason: input.reason,
    payload: {
      content: canonicalText(verdictContent(claim, article.sha256, checked.value)),
      documentHead: head,
    },
  });
}

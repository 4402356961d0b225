import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { takeStepOn, type StepResult } from "./take-step";

export const statementText = z
  .string()
  .trim()
  .min(3, "Write the claim as a statement that can be read alone.")
  .max(1000, "Shorten the statement to 1,000 characters.");

export const editStatementInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  statement: statementText,
  suggestionId: z.uuid().optional(),
  reason: stepReason,
});

/**
 * Rewords a claim that nobody reviews yet. Its anchor, the article's own words, stays. `suggestionId` names what a
 * language model suggested, if the person worked from that; the claim is then marked with the model for ever.
 */
export async function editStatement(
  ports: Ports,
  person: Person,
  input: z.infer<typeof editStatementInput>,
): Promise<StepResult> {
  const { statement, suggestionId, reason } = input;
  return takeStepOn(ports, person, input, {
    action: "edit_statement",
    reason,
    payload: { statement, ...(suggestionId !== undefined && { suggestionId }) },
  });
}

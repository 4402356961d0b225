import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { takeStepOn, type StepResult } from "./take-step";

export const mergeClaimsInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  withClaimId: z.uuid("Choose the claim to merge into."),
  statement: z.string().trim().max(1000).optional(),
  reason: stepReason,
});

/** Folds one claim into another of the same article, whose statement may be reworded in the same step. */
export async function mergeClaims(
  ports: Ports,
  person: Person,
  input: z.infer<typeof mergeClaimsInput>,
): Promise<StepResult> {
  const { withClaimId, statement, reason } = input;
  return takeStepOn(ports, person, input, {
    action: "merge",
    reason,
    payload: { withClaimId, ...(statement && { statement }) },
  });
}

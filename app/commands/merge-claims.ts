import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const mergeClaimsInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  withClaimId: z.uuid("Choose the claim to merge into."),
  statement: z.string().trim().max(1000).optional(),
});

/** Folds one claim into another of the same article, whose statement may be reworded in the same step. */
export async function mergeClaims(
  ports: Ports,
  person: Person,
  input: z.infer<typeof mergeClaimsInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  return takeStep(ports, person, found.value, {
    action: "merge",
    expectedVersion: input.version,
    payload: {
      withClaimId: input.withClaimId,
      ...(input.statement && { statement: input.statement }),
    },
  });
}

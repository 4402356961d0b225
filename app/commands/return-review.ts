import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const returnReviewInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["return", "reopen"]),
  reason: z.string().trim().max(2000).optional(),
});

/** Sends a review back to be edited: `return` before it was signed, `reopen` after, which voids the signatures. */
export async function returnReview(
  ports: Ports,
  person: Person,
  input: z.infer<typeof returnReviewInput>,
): Promise<StepResult> {
  const { action, reason } = input;
  return takeStepOn(ports, person, input, { action, reason });
}

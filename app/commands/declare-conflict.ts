import { z } from "zod";

import { mayDeclareConflict } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { fail } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim, type StepResult } from "./take-step";

export const declareConflictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z
    .string()
    .trim()
    .min(1, "Say what the conflict is; it is kept in the trail.")
    .max(1000, "Shorten the reason to 1,000 characters."),
});

/**
 * Declares a conflict of interest on one claim. Every part that this person has in it ends for good, open rooms close for
 * them, and a review that lost its lead or its second reviewer waits for another.
 */
export async function declareConflict(
  ports: Ports,
  person: Person,
  { claimId, version, reason }: z.infer<typeof declareConflictInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  if (!mayDeclareConflict(person, found.value)) {
    return fail({ kind: "illegal", message: "You have declared a conflict of interest already." });
  }
  const result = await ports.claims.declareConflict({ claimId, expectedVersion: version, reason });
  if (result.ok) ports.documents.rightsChanged(claimId);
  return result;
}

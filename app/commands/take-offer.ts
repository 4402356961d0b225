import { z } from "zod";

import { mayTakeOver } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { fail } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim, type StepResult } from "./take-step";

export const takeOfferInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
});

/** Takes the lead of a claim that nobody works on and that is offered. Of two who do so at once, one has it. */
export async function takeOffer(
  ports: Ports,
  person: Person,
  { claimId, version }: z.infer<typeof takeOfferInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  if (found.value.version === version && !mayTakeOver(person, found.value)) {
    return fail({ kind: "forbidden", message: "This claim is not offered to you." });
  }
  const result = await ports.claims.takeOffered({ claimId, expectedVersion: version });
  if (result.ok) ports.documents.rightsChanged(claimId);
  return result;
}

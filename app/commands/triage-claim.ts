import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const triageInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["accept", "dismiss", "restore"]),
  reason: z.string().trim().max(1000).optional(),
});

/** Takes a proposed claim up, lays one aside with a reason, or takes a dismissed one back. */
export async function triageClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof triageInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  return takeStep(ports, person, found.value, {
    action: input.action,
    expectedVersion: input.version,
    ...(input.reason !== undefined && { reason: input.reason }),
  });
}

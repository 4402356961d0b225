import { z } from "zod";

import { dismissalKinds } from "~/domain/claim/dismissal";
import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const triageInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["accept", "dismiss", "restore"]),
  reason: z.string().trim().max(1000).optional(),
  /** Why in a word; of a dismissal only. */
  kind: z.enum(dismissalKinds).optional(),
});

/** Takes a proposed claim up, lays one aside with a reason, or takes a dismissed one back. */
export async function triageClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof triageInput>,
): Promise<StepResult> {
  const { action, reason, kind } = input;
  return takeStepOn(ports, person, input, { action, reason, ...(kind && { payload: { kind } }) });
}

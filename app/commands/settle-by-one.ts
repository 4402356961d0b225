import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const settleByOneInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z
    .string()
    .trim()
    .min(1, "Give the reason; it is kept in the trail.")
    .max(2000, "Say it in up to 2,000 characters."),
});

/**
 * Gives one dispute to a single editor, where fewer than three are free to vote on it. Votes that were cast are kept and
 * shown when it is settled; a later dispute about the claim is voted on again.
 */
export async function settleByOne(
  ports: Ports,
  person: Person,
  { claimId, version, reason }: z.infer<typeof settleByOneInput>,
): Promise<StepResult> {
  const step = { action: "settle_by_one", reason } as const;
  return takeStepOn(ports, person, { claimId, version }, step);
}

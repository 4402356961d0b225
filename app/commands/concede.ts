import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const concedeInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, "Load the page again."),
  reason: z
    .string()
    .trim()
    .min(1, "Say what moved you; it is kept with both verdicts.")
    .max(2000, "Say it in up to 2,000 characters."),
});

/**
 * Lead or second reviewer moves to the other's rating and settles the dispute between the two. What the second reviewer
 * moves to is signed with it; what the lead moves to waits for the second reviewer's signature.
 */
export async function concede(
  ports: Ports,
  person: Person,
  { reason, contentHash, ...at }: z.infer<typeof concedeInput>,
): Promise<StepResult> {
  return takeStepOn(ports, person, at, { action: "concede", reason, payload: { contentHash } });
}

import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const signOffInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Signs exactly the content whose hash the second reviewer was shown. */
export async function signOff(
  ports: Ports,
  person: Person,
  input: z.infer<typeof signOffInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  return takeStep(ports, person, found.value, {
    action: "sign_off",
    expectedVersion: input.version,
    payload: { contentHash: input.contentHash },
  });
}

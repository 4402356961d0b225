import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { takeStepOn, type StepResult } from "./take-step";

export const signOffInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  reason: stepReason,
});

/** Signs exactly the content whose hash the second reviewer was shown. */
export async function signOff(
  ports: Ports,
  person: Person,
  input: z.infer<typeof signOffInput>,
): Promise<StepResult> {
  const { contentHash, reason } = input;
  return takeStepOn(ports, person, input, { action: "sign_off", reason, payload: { contentHash } });
}

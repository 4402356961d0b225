import { z } from "zod";

import type { Person } from "~/domain/people/person";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const correctVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["correct", "uphold", "retract"]),
  reason: z.string().trim().max(2000).optional(),
});

/**
 * What can follow a publication: beginning a correction, which goes through the whole review again; keeping the verdict as
 * published after all; or retracting it. The reasons of a correction and of a retraction are shown to readers.
 */
export async function correctVerdict(
  ports: Ports,
  person: Person,
  input: z.infer<typeof correctVerdictInput>,
): Promise<StepResult> {
  const { action, reason } = input;
  const result = await takeStepOn(ports, person, input, { action, reason });
  if (result.ok) ports.publicLog.grown();
  return result;
}

import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { revisionKinds } from "~/domain/report/correction/kinds";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const correctVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["correct", "uphold", "retract"]),
  /** Of a correction that begins: of what kind it is. */
  kind: z.enum(revisionKinds, "Choose what kind of correction it is.").optional(),
  reason: z.string().trim().max(2000).optional(),
});

/**
 * What can follow a publication: beginning a correction, which goes through the whole review again and is published as
 * the kind that is said now; keeping the verdict as published after all; or retracting it, when somebody else has asked for
 * that. The reasons of a correction and of a retraction are shown to readers.
 */
export async function correctVerdict(
  ports: Ports,
  person: Person,
  input: z.infer<typeof correctVerdictInput>,
): Promise<StepResult> {
  const { action, kind = "correction", reason } = input;
  const result = await takeStepOn(ports, person, input, {
    action,
    reason,
    ...(action === "correct" && { payload: { correction: kind } }),
  });
  if (result.ok) ports.publicLog.grown();
  return result;
}

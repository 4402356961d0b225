import { z } from "zod";

import type { Person } from "~/domain/people/person";
import type { Result } from "~/domain/result";
import type { Refusal } from "~/domain/refusal";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const handOverInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  action: z.enum(["hand_over", "hand_over_second"]),
  toId: z.uuid("Choose who takes it over."),
  reason: z
    .string()
    .trim()
    .min(1, "Say what is done and what is left.")
    .max(2000, "Shorten the note to 2,000 characters."),
});

/** Gives the lead's part of a review, or the second reviewer's, to somebody else, with a note for them. */
export async function handOver(
  ports: Ports,
  person: Person,
  input: z.infer<typeof handOverInput>,
): Promise<StepResult> {
  const { action, toId, reason } = input;
  return takeStepOn(ports, person, input, { action, reason, payload: { toId } });
}

export const seeHandOverInput = z.object({ handOverId: z.uuid() });

/** Says that this person has read what was written for them. */
export async function seeHandOver(
  { claims }: Pick<Ports, "claims">,
  { handOverId }: z.infer<typeof seeHandOverInput>,
): Promise<Result<null, Refusal>> {
  return claims.seeHandOver(handOverId);
}

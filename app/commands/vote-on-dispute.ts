import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { ratings } from "~/domain/verdict/rating";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const voteInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  /** The verdict's version and the round that were looked at. */
  number: z.coerce.number().int(),
  round: z.coerce.number().int(),
  rating: z.enum(ratings, "Choose the rating that you vote for."),
  reason: z
    .string()
    .trim()
    .min(1, "Give the reason; it is kept with your vote.")
    .max(2000, "Say it in up to 2,000 characters."),
  mayPublish: z
    .string()
    .optional()
    .transform((ticked) => ticked === "yes"),
});

/**
 * One editor's vote between two verdicts. Two equal ones carry, and sign what they voted for; a third that differs is
 * kept as dissent. Three that all differ settle nothing, and a further round begins.
 */
export async function voteOnDispute(
  ports: Ports,
  person: Person,
  input: z.infer<typeof voteInput>,
): Promise<StepResult> {
  const { claimId, version, reason, ...payload } = input;
  return takeStepOn(ports, person, { claimId, version }, { action: "vote", reason, payload });
}

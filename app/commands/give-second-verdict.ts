import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { ratings } from "~/domain/verdict/rating";

import type { Ports } from "./ports";
import { takeStepOn, type StepResult } from "./take-step";

export const secondVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  rating: z.enum(ratings, "Choose a rating."),
  reason: z.string().trim().min(1, "Say why, in your own words.").max(2000),
});

/**
 * The second reviewer's own rating and reason, given before the first one's is shown. The store compares the two:
 * the claim stays in second review when they agree, and becomes disputed when they do not.
 */
export async function giveSecondVerdict(
  ports: Ports,
  person: Person,
  input: z.infer<typeof secondVerdictInput>,
): Promise<StepResult> {
  const { rating, reason } = input;
  return takeStepOn(ports, person, input, { action: "decide", reason, payload: { rating } });
}

import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { fail } from "~/domain/result";
import { canonicalText, withRating } from "~/domain/verdict/canonical";
import { ratings } from "~/domain/verdict/rating";

import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const adjudicateInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  rating: z.enum(ratings, "Choose the final rating."),
  reason: z.string().trim().min(1, "Give the reason; it is kept with both verdicts.").max(2000),
});

/**
 * An editor settles a dispute with a final rating and a reason. First, second and final rating are kept apart; when
 * the final one is not the first one's, a new version with that rating is what gets signed.
 */
export async function adjudicate(
  ports: Ports,
  person: Person,
  input: z.infer<typeof adjudicateInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  const latest = (await ports.reviews.record(input.claimId)).versions.at(-1);
  if (!latest) return fail({ kind: "illegal", message: "Nothing has been submitted yet." });
  return takeStep(ports, person, found.value, {
    action: "adjudicate",
    expectedVersion: input.version,
    reason: input.reason,
    payload: {
      rating: input.rating,
      content: canonicalText(withRating(latest.content, input.rating)),
    },
  });
}

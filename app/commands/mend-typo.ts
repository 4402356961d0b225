import { z } from "zod";

import { mayTake } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { mendWords } from "~/domain/report/correction/mend-words";
import { fail } from "~/domain/result";
import { canonicalText } from "~/domain/verdict/canonical";

import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const mendTypoInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  wrong: z
    .string()
    .min(1, "Copy the words as they stand.")
    .max(500, "Copy fewer words: 500 characters at most."),
  right: z.string().max(500, "500 characters at most."),
  reason: z.string().trim().min(1, "Say what the slip was.").max(2000),
});

/**
 * Mends a slip of writing in a published verdict, by one editor and without a review: a new signed version in which a few
 * letters are others. What would be more than that is refused here in words, and in the database.
 */
export async function mendTypo(
  ports: Ports,
  person: Person,
  input: z.infer<typeof mendTypoInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  const { wrong, right, reason, version: expectedVersion } = input;
  const step = { action: "mend", reason, expectedVersion } as const;
  const published = await ports.publications.current(input.claimId);
  // Where there is nothing to mend, or for whoever may not, the step is refused as any other.
  if (!published || !mayTake(person, found.value, "mend")) {
    return takeStep(ports, person, found.value, step);
  }
  const mended = mendWords(published, wrong, right);
  if (!mended.ok) return fail({ kind: "illegal", message: mended.error });
  const { content, shortClaim } = mended.value;
  const result = await takeStep(ports, person, found.value, {
    ...step,
    payload: { mend: { wrong, right, shortClaim }, content: canonicalText(content) },
  });
  if (result.ok) ports.publicLog.grown();
  return result;
}

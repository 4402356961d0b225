import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, ok, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const dismissDriftInput = z.object({
  driftId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(3, "Say why the verdict stands all the same.")
    .max(2000, "Shorten the reason to 2,000 characters."),
});

export const placeDriftInput = z.object({
  driftId: z.uuid(),
  decision: z.enum(["here", "gone"], "Say whether this is the place."),
});

const allowed = (person: Person): Result<null, Refusal> =>
  may(person, "drift.settle")
    ? ok(null)
    : fail({
        kind: "forbidden",
        message: "Only an editor decides what a change of the article means for a claim.",
      });

/** Says, with a reason, that a change of the article does not touch the claim's verdict. */
export async function dismissDrift(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  { driftId, reason }: z.infer<typeof dismissDriftInput>,
): Promise<Result<null, Refusal>> {
  const known = allowed(person);
  return known.ok ? drift.dismiss(driftId, reason) : known;
}

/** Says whether the words that were found, and are not sure, are those of the claim. Nothing of the claim moves. */
export async function placeDrift(
  { drift }: Pick<Ports, "drift">,
  person: Person,
  { driftId, decision }: z.infer<typeof placeDriftInput>,
): Promise<Result<null, Refusal>> {
  const known = allowed(person);
  return known.ok ? drift.decidePlace(driftId, decision) : known;
}

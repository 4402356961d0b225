import { z } from "zod";

import { sourceAddress } from "~/domain/evidence/source-address";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const askForCaptureInput = z.object({
  claimId: z.uuid(),
  address: z.string().max(2048, "The address is too long."),
});

/** Has a source of a review captured now, also one that could not be captured before. For whoever may read the review. */
export async function askForCapture(
  { captures }: { captures: CaptureStore },
  person: Person,
  { claimId, address }: z.infer<typeof askForCaptureInput>,
): Promise<Result<string, Refusal>> {
  if (!may(person, "desk.enter")) {
    return fail({ kind: "forbidden", message: "Your account may not do this." });
  }
  const source = sourceAddress(address);
  if (source === null) {
    return fail({ kind: "illegal", message: "Only http and https addresses can be captured." });
  }
  return captures.ask(claimId, { ...source, address });
}

import { z } from "zod";

import { captureOffers } from "~/domain/evidence/capture-offer";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const offerCapturesInput = z.object({
  offer: z.enum(captureOffers, "Say which captures readers may have."),
});

/** Sets which captures of the sources of what is published readers may have. For admins. */
export async function offerCaptures(
  { captures }: { captures: CaptureStore },
  person: Person,
  { offer }: z.infer<typeof offerCapturesInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "desk.administer")
    ? captures.setCaptureOffer(offer)
    : fail({ kind: "forbidden", message: "Only admins set this." });
}

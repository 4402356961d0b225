import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const offerCapturesInput = z.object({ on: z.enum(["yes", "no"]) });

/** Sets whether readers may have the captures of what is published. For admins. */
export async function offerCaptures(
  { captures }: { captures: CaptureStore },
  person: Person,
  { on }: z.infer<typeof offerCapturesInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "desk.administer")
    ? captures.setOffersCaptures(on === "yes")
    : fail({ kind: "forbidden", message: "Only admins set this." });
}

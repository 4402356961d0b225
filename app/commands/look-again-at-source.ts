import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const lookAgainInput = z.object({ captureId: z.uuid() });

/** Has the desk look whether a source still says what was captured. For whoever may read the review. */
export async function lookAgainAtSource(
  { captures }: { captures: CaptureStore },
  person: Person,
  { captureId }: z.infer<typeof lookAgainInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "desk.enter")
    ? captures.lookAgain(captureId)
    : fail({ kind: "forbidden", message: "Your account may not do this." });
}

import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const endWithholdingInput = z.object({ captureId: z.uuid() });

/** Withholds a capture no longer: readers may have it again as far as the desk offers captures. For editors. */
export async function endWithholding(
  { captures }: { captures: CaptureStore },
  person: Person,
  { captureId }: z.infer<typeof endWithholdingInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "capture.withhold")
    ? captures.endWithholding(captureId)
    : fail({ kind: "forbidden", message: "Only editors decide what is withheld from readers." });
}

import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { CaptureStore } from "./ports/captures";

export const withholdCaptureInput = z.object({
  captureId: z.uuid(),
  reason: z
    .string()
    .trim()
    .min(3, "Say why readers may not have it.")
    .max(1000, "At most 1,000 characters."),
});

/** Keeps one capture from readers, whatever the desk offers. For editors; the reason stays at the desk. */
export async function withholdCapture(
  { captures }: { captures: CaptureStore },
  person: Person,
  { captureId, reason }: z.infer<typeof withholdCaptureInput>,
): Promise<Result<null, Refusal>> {
  return may(person, "capture.withhold")
    ? captures.withhold(captureId, reason)
    : fail({ kind: "forbidden", message: "Only editors withhold captures from readers." });
}

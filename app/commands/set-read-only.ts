import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const setReadOnlyInput = z.object({
  on: z.enum(["yes", "no"]).transform((on) => on === "yes"),
  reason: z
    .string()
    .trim()
    .min(3, "Give the reason; everybody on the desk is shown it.")
    .max(500, "Say it in up to 500 characters."),
});

/** Closes the desk for every write, or opens it again. Works while it is closed, or nobody could open it. */
export async function setReadOnly(
  ports: Ports,
  person: Person,
  { on, reason }: z.infer<typeof setReadOnlyInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "desk.administer")) {
    return fail({ kind: "forbidden", message: "Only an admin can close or open the desk." });
  }
  return ports.desk.setReadOnly(on, reason);
}

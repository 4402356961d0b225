import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const requireClearanceInput = z.object({
  on: z.enum(["yes", "no"]).transform((on) => on === "yes"),
});

/** Sets whether this desk publishes only what an editor has cleared. The database holds to it when a report goes out. */
export async function requireClearance(
  { approvals }: Pick<Ports, "approvals">,
  person: Person,
  { on }: z.infer<typeof requireClearanceInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "approval.require")) {
    return fail({ kind: "forbidden", message: "Only an admin sets what is published." });
  }
  return approvals.setRequired(on);
}

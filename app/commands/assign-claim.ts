import { z } from "zod";

import { priorities } from "~/domain/claim/claim";
import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import { fail } from "~/domain/result";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { takeStepOn, type StepResult } from "./take-step";

export const assignClaimInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  leadId: z.uuid("Choose who leads the review."),
  secondId: z.uuid("Choose who decides second."),
  dueOn: z
    .union([z.iso.date("Give the date as year-month-day."), z.literal("")])
    .transform((date) => date || null)
    .nullable()
    .default(null),
  priority: z.enum(priorities).default("normal"),
  /** Why somebody who wrote in the review decides second all the same; readers see it. */
  exception: z.string().trim().max(1000, "Shorten the reason to 1,000 characters.").optional(),
  reason: stepReason,
});

/** Gives a claim its lead and its second reviewer, never the same person, and opens its room. */
export async function assignClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof assignClaimInput>,
): Promise<StepResult> {
  if (input.leadId === input.secondId) {
    return fail({
      kind: "invalid",
      fields: { secondId: ["The second reviewer must be somebody else than the lead."] },
    });
  }
  const { leadId, secondId, dueOn, priority, exception, reason } = input;
  if (exception && !may(person, "duties.except")) {
    return fail({ kind: "forbidden", message: "An exception needs an admin." });
  }
  return takeStepOn(ports, person, input, {
    action: "assign",
    reason,
    payload: { leadId, secondId, dueOn, priority, ...(exception && { exception }) },
  });
}

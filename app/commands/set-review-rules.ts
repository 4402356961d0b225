import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { disputeWays, secondSees } from "~/domain/review/review-rules";

import type { Ports } from "./ports";

export const reviewRulesInput = z.object({
  secondSees: z.enum(secondSees, "Choose what second reviewers see."),
  disputes: z.enum(disputeWays, "Choose how disputes are settled."),
});

/** Sets what second reviewers see before deciding, and who settles disputes. It holds from then on. */
export async function setReviewRules(
  { desk }: Pick<Ports, "desk">,
  person: Person,
  rules: z.infer<typeof reviewRulesInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "desk.administer")) {
    return fail({ kind: "forbidden", message: "Only an admin sets how reviews are decided." });
  }
  return desk.setReviewRules(rules);
}

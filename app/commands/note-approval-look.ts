import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const noteApprovalLookInput = z.object({ claimId: z.uuid() });

/** Notes that this person has an approved claim before them in the lane. Within one visit it is the same look. */
export async function noteApprovalLook(
  { looks }: Pick<Ports, "looks">,
  person: Person,
  { claimId }: z.infer<typeof noteApprovalLookInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "approval.read")) {
    return fail({ kind: "forbidden", message: "The lane is for editors." });
  }
  return looks.noteInLane(claimId);
}

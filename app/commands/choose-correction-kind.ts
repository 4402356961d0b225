import { z } from "zod";

import { may } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { revisionKinds } from "~/domain/report/correction/kinds";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";

export const chooseCorrectionKindInput = z.object({
  claimId: z.uuid(),
  kind: z.enum(revisionKinds, "Choose what kind of correction it is."),
});

/** Says that a correction that is under way is of another kind than it was begun as. What was chosen before is kept. */
export async function chooseCorrectionKind(
  { corrections }: Pick<Ports, "corrections">,
  person: Person,
  { claimId, kind }: z.infer<typeof chooseCorrectionKindInput>,
): Promise<Result<null, Refusal>> {
  if (!may(person, "correction.classify")) {
    return fail({ kind: "forbidden", message: "An editor says what kind of correction it is." });
  }
  return corrections.chooseKind(claimId, kind);
}

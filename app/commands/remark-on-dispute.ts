import { z } from "zod";

import { mayDiscussDispute } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim } from "./take-step";

export const remarkInput = z.object({
  claimId: z.uuid(),
  /** Made with the form, so that sending it twice says it once. */
  remarkId: z.uuid(),
  text: z
    .string()
    .trim()
    .min(1, "Say something, or nothing at all.")
    .max(1000, "Say it in up to 1,000 characters."),
});

/** Says something about a dispute, for good. */
export async function remarkOnDispute(
  ports: Ports,
  person: Person,
  input: z.infer<typeof remarkInput>,
): Promise<Result<null, Refusal>> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  if (found.value.state === "disputed" && !mayDiscussDispute(person, found.value)) {
    return fail({
      kind: "forbidden",
      message: "A dispute is discussed by its lead, its second reviewer and the editors.",
    });
  }
  const result = await ports.disputes.remark(input);
  // Nobody’s rights have changed, but whoever has the page open is shown it at once.
  if (result.ok) ports.documents.rightsChanged(input.claimId);
  return result;
}

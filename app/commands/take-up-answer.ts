import { z } from "zod";

import { mayAskExperts, reviewAccess } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";

import type { Ports } from "./ports";
import { findClaim } from "./take-step";

export const takeUpAnswerInput = z.object({ claimId: z.uuid(), answerId: z.uuid() });

/**
 * Notes that an expert's answer stands in the evidence. It is put there by an edit of the shared document, in the name of
 * whoever makes it; here is only looked whether it is committed.
 */
export async function takeUpAnswer(
  ports: Ports,
  person: Person,
  { claimId, answerId }: z.infer<typeof takeUpAnswerInput>,
): Promise<Result<null, Refusal>> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  if (!mayAskExperts(person, found.value, reviewAccess(person, found.value, false))) {
    return fail({
      kind: "forbidden",
      message:
        "An answer is taken into the evidence by the lead or an editor, while the claim is in review.",
    });
  }
  const { draft } = await ports.documents.read(claimId);
  if (!draft.evidence.some(({ id }) => id === answerId)) {
    return fail({
      kind: "illegal",
      message: "The answer does not stand in the evidence yet. Take it over once more.",
    });
  }
  return ports.guests.takeUp(answerId);
}

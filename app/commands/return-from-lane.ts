import { z } from "zod";

import type { Person } from "~/domain/people/person";
import { returnReason } from "~/domain/review/clearance";
import { fail } from "~/domain/result";

import type { Ports } from "./ports";
import { returnReview } from "./return-review";
import type { StepResult } from "./take-step";

export const returnFromLaneInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  /** A usual reason, chosen. */
  quick: z.string().trim().max(200).default(""),
  /** The editor's own words. */
  reason: z.string().trim().max(1800, "Shorten it to 1,800 characters.").default(""),
});

/** Returns an approved verdict to its lead, with a usual reason, own words, or both: the `reopen` of every other page. */
export async function returnFromLane(
  ports: Ports,
  person: Person,
  { claimId, version, quick, reason }: z.infer<typeof returnFromLaneInput>,
): Promise<StepResult> {
  const words = returnReason(quick, reason);
  if (words === "") {
    return fail({
      kind: "invalid",
      fields: { reason: ["Choose a reason, or say it in your own words. The lead sees it."] },
    });
  }
  return returnReview(ports, person, { claimId, version, action: "reopen", reason: words });
}

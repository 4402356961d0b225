import { z } from "zod";

import type { Claim } from "~/domain/claim/claim";
import { may, whyNotClear } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { isOwnWork, obstacleWords } from "~/domain/review/clearance";

import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { findClaim, type StepResult } from "./take-step";

export const clearVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Why whoever checked or signed it clears it all the same; readers see it. */
  exception: z.string().trim().max(1000, "Shorten the reason to 1,000 characters.").optional(),
  reason: stepReason,
});

export const withdrawClearanceInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  reason: stepReason,
});

/** Clears exactly the content whose hash the editor was shown for publication. The claim stays approved. */
export async function clearVerdict(
  ports: Ports,
  person: Person,
  { claimId, version, contentHash, exception = "", reason = "" }: z.infer<typeof clearVerdictInput>,
): Promise<StepResult> {
  const known = await approvedClaim(ports, claimId, version);
  if (!known.ok) return known;
  if (known.value !== null) {
    const obstacle = whyNotClear(person, known.value, []);
    const isExcepted = exception !== "" && isOwnWork(obstacle);
    if (isExcepted && !may(person, "duties.except")) {
      return fail({ kind: "forbidden", message: "An exception needs an admin." });
    }
    if (obstacle !== null && !isExcepted) {
      return fail({ kind: "forbidden", message: obstacleWords[obstacle] });
    }
  }
  const step = { claimId, expectedVersion: version, contentHash };
  return ports.approvals.clear({ ...step, exception: exception || null, reason: reason || null });
}

/** Takes a clearance back, by whoever gave it or could have; the claim waits in the lane again. */
export async function withdrawClearance(
  ports: Ports,
  person: Person,
  { claimId, version, reason }: z.infer<typeof withdrawClearanceInput>,
): Promise<StepResult> {
  const known = await approvedClaim(ports, claimId, version);
  if (!known.ok) return known;
  // Of who has a part in it, the database knows whether they gave it.
  const obstacle = known.value === null ? null : whyNotClear(person, known.value, []);
  if (obstacle === "role" || obstacle === "conflict") {
    return fail({ kind: "forbidden", message: obstacleWords[obstacle] });
  }
  return ports.approvals.withdraw({ claimId, expectedVersion: version, reason: reason ?? "" });
}

/** The claim where it is known to be approved; null where this page shows an older one, which the database answers. */
async function approvedClaim(
  ports: Ports,
  claimId: string,
  version: number,
): Promise<Result<Claim | null, Refusal>> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  if (found.value.version !== version) return { ok: true, value: null };
  return found.value.state === "approved"
    ? found
    : fail({ kind: "illegal", message: "Only an approved verdict is cleared." });
}

import { z } from "zod";

import { whyNotClear } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import { obstacleWords } from "~/domain/review/clearance";

import type { Ports } from "./ports";
import { findClaim, type StepResult } from "./take-step";

export const clearVerdictInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});

export const withdrawClearanceInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(2000, "Shorten the reason to 2,000 characters.").optional(),
});

/** Clears exactly the content whose hash the editor was shown for publication. The claim stays approved. */
export async function clearVerdict(
  ports: Ports,
  person: Person,
  { claimId, version, contentHash }: z.infer<typeof clearVerdictInput>,
): Promise<StepResult> {
  const may = await mayClear(ports, person, claimId, version);
  if (!may.ok) return may;
  return ports.approvals.clear({ claimId, expectedVersion: version, contentHash });
}

/** Takes a clearance back, by whoever could have given it; the claim waits in the lane again. */
export async function withdrawClearance(
  ports: Ports,
  person: Person,
  { claimId, version, reason }: z.infer<typeof withdrawClearanceInput>,
): Promise<StepResult> {
  const may = await mayClear(ports, person, claimId, version);
  if (!may.ok) return may;
  return ports.approvals.withdraw({ claimId, expectedVersion: version, reason: reason ?? "" });
}

/** Answers early and in words what can be known without asking; the database asks everything again. */
async function mayClear(
  ports: Ports,
  person: Person,
  claimId: string,
  version: number,
): Promise<Result<null, Refusal>> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  const claim = found.value;
  if (claim.version !== version) return { ok: true, value: null };
  if (claim.state !== "approved") {
    return fail({ kind: "illegal", message: "Only an approved verdict is cleared." });
  }
  const obstacle = whyNotClear(person, claim, []);
  return obstacle === null
    ? { ok: true, value: null }
    : fail({ kind: "forbidden", message: obstacleWords[obstacle] });
}

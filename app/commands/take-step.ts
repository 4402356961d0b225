import type { Claim } from "~/domain/claim/claim";
import { mayTake } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";
import type { Refusal } from "~/domain/refusal";
import { fail, type Result } from "~/domain/result";
import {
  actionLabel,
  transitions,
  type ClaimAction,
  type ClaimState,
} from "~/domain/review/workflow";

import type { ClaimStep, Ports } from "./ports";

/** After these there are other words to compare with what is known. */
const rewording: ReadonlySet<ClaimAction> = new Set([
  "edit_statement",
  "split",
  "merge",
  "restore",
]);

export type StepResult = Result<{ state: ClaimState; version: number }, Refusal>;

/**
 * Takes one step of a claim: answers early and in words when the table already forbids it, then lets the store
 * enforce the same table in its transaction, and has open rooms judged again. The shared last part of every command
 * that moves a claim.
 */
export async function takeStep(
  ports: Ports,
  person: Person,
  claim: Claim,
  step: Omit<ClaimStep, "claimId">,
): Promise<StepResult> {
  const rows = transitions.filter((row) => row.from === claim.state && row.action === step.action);
  if (claim.version === step.expectedVersion) {
    if (rows.length === 0) {
      return fail({
        kind: "illegal",
        message: `“${actionLabel[step.action]}” is not possible from where this claim stands.`,
      });
    }
    if (!mayTake(person, claim, step.action)) {
      return fail({
        kind: "forbidden",
        message: `You are not the person who may do “${actionLabel[step.action]}” on this claim.`,
      });
    }
    if (rows.some((row) => row.reasonRequired) && (step.reason ?? "").trim() === "") {
      return fail({
        kind: "invalid",
        fields: { reason: ["Give a reason; it is kept in the trail."] },
      });
    }
  }
  const result = await ports.claims.act({ claimId: claim.id, ...step });
  if (result.ok) {
    ports.documents.rightsChanged(claim.id);
    if (rewording.has(step.action)) ports.matches.lookAgain();
  }
  return result;
}

/** Takes a step that needs to know no more of its claim than where it stands. */
export async function takeStepOn(
  ports: Ports,
  person: Person,
  { claimId, version }: { claimId: string; version: number },
  step: Pick<ClaimStep, "action" | "reason" | "payload">,
): Promise<StepResult> {
  const found = await findClaim(ports, claimId);
  if (!found.ok) return found;
  return takeStep(ports, person, found.value, { ...step, expectedVersion: version });
}

export async function findClaim(ports: Ports, claimId: string): Promise<Result<Claim, Refusal>> {
  const claim = await ports.claims.find(claimId);
  return claim ? { ok: true, value: claim } : fail({ kind: "not_found", what: "claim" });
}

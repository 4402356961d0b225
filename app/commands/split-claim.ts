import { z } from "zod";

import type { Person } from "~/domain/people/person";

import { statementText } from "./edit-statement";
import type { Ports } from "./ports";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const splitClaimInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  statements: z.array(statementText).min(2, "Write at least two statements.").max(10),
});

/** Replaces a claim by several that can be judged apart; each keeps the anchor of the first. */
export async function splitClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof splitClaimInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  const { anchor, claimant, type, checkWorthiness, reasons, dimensions, attribution } = found.value;
  return takeStep(ports, person, found.value, {
    action: "split",
    expectedVersion: input.version,
    payload: {
      parts: input.statements.map((statement) => ({
        anchor,
        statement,
        claimant,
        type,
        checkWorthiness,
        reasons,
        dimensions,
        attribution,
        needsContext: [],
      })),
    },
  });
}

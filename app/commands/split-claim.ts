import { z } from "zod";

import { anchorOf } from "~/domain/claim/anchor";
import type { Anchor, Claim } from "~/domain/claim/claim";
import type { Person } from "~/domain/people/person";

import { statementText } from "./edit-statement";
import type { Ports } from "./ports";
import { stepReason } from "./step-reason";
import { findClaim, takeStep, type StepResult } from "./take-step";

export const splitClaimInput = z.object({
  claimId: z.uuid(),
  version: z.coerce.number().int(),
  statements: z.array(statementText).min(2, "Write at least two statements.").max(10),
  suggestionId: z.uuid().optional(),
  reason: stepReason,
});

/**
 * Replaces a claim by several that can be judged apart. Each keeps the claim's anchor, or the narrower one of the
 * suggestion that the person worked from.
 */
export async function splitClaim(
  ports: Ports,
  person: Person,
  input: z.infer<typeof splitClaimInput>,
): Promise<StepResult> {
  const found = await findClaim(ports, input.claimId);
  if (!found.ok) return found;
  const { claimant, type, checkWorthiness, reasons, dimensions, attribution } = found.value;
  const anchors = await anchorsOf(ports, found.value, input);
  return takeStep(ports, person, found.value, {
    action: "split",
    expectedVersion: input.version,
    reason: input.reason,
    payload: {
      ...(input.suggestionId !== undefined && { suggestionId: input.suggestionId }),
      parts: input.statements.map((statement, at) => ({
        anchor: anchors[at] ?? found.value.anchor,
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

/** Where each part stands: as suggested when its words were kept, or when as many parts were sent as suggested. */
async function anchorsOf(
  ports: Ports,
  claim: Claim,
  { statements, suggestionId }: z.infer<typeof splitClaimInput>,
): Promise<Anchor[]> {
  if (suggestionId === undefined) return [];
  const [suggestion, version] = await Promise.all([
    ports.suggestions.find(suggestionId),
    ports.articles.version(claim.articleVersionId),
  ]);
  if (suggestion?.claimId !== claim.id || !version) return [];
  const suggested = suggestion.statements;
  return statements.map((statement, at) => {
    const place =
      suggested.find((each) => each.statement === statement) ??
      (statements.length === suggested.length ? suggested[at] : undefined);
    return place ? anchorOf(version.text, place.start, place.end) : claim.anchor;
  });
}

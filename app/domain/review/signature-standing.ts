import type { AuditEvent } from "../audit/audit-event";
import type { VerdictVersion } from "../verdict/content";
import type { SignOff } from "./second-verdict";
import type { ClaimState } from "./workflow";

/** A signature that does not hold for what the review says now. */
export interface FallenSignature {
  /** Who had signed, by id; several when a vote was signed by those who carried it. */
  signedBy: string[];
  /**
   * `void`: the review was reopened. `outdated`: it holds for what was published, and not for the correction that is
   * being written.
   */
  kind: "void" | "outdated";
  /** Who brought that about and why, as far as the reader may know it. */
  by: string | null;
  reason: string | null;
  at: string;
  /** The version that was signed; null for whom it is hidden. */
  version: VerdictVersion | null;
}

/** Where a review is written or judged anew, so that a signature given before may have fallen. */
export const underReview: ReadonlySet<ClaimState> = new Set([
  "in_review",
  "second_review",
  "disputed",
]);

/**
 * The newest signature, when the review has moved on from what it covers and nothing newer is signed. Null when there is
 * none, or when it holds.
 */
export function fallenSignature(
  state: ClaimState,
  record: { versions: readonly VerdictVersion[]; signOffs: readonly SignOff[] },
  trail: readonly AuditEvent[],
): FallenSignature | null {
  if (!underReview.has(state)) return null;
  const last = record.signOffs.at(-1);
  if (last === undefined) return null;
  const brought = bringing(last, trail);
  const reason = brought?.payload["reason"];
  return {
    signedBy: record.signOffs
      .filter(({ versionId }) => versionId === last.versionId)
      .map(({ by }) => by),
    kind: last.voidedAt === null ? "outdated" : "void",
    by: brought?.actorName ?? null,
    reason: typeof reason === "string" ? reason : null,
    at: last.voidedAt ?? brought?.at ?? last.signedAt,
    version: record.versions.find(({ id }) => id === last.versionId) ?? null,
  };
}

/** What ended a signature: the reopening that voided it, or the correction that was begun after it. */
function bringing({ signedAt, voidedAt }: SignOff, trail: readonly AuditEvent[]) {
  const since = Date.parse(voidedAt ?? signedAt);
  const action = voidedAt === null ? "claim.correction_begun" : "review.reopened";
  return trail.find((event) => event.action === action && Date.parse(event.at) >= since);
}

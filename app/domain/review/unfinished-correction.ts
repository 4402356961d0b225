import type { AuditEvent } from "../audit/audit-event";
import type { ClaimState } from "./workflow";

/**
 * How far a correction had come when its verdict was retracted: `written` when it was still in review, `submitted` when it
 * was past that. Null when none was under way.
 */
export function unfinishedCorrection(
  state: ClaimState,
  trail: readonly AuditEvent[],
): "written" | "submitted" | null {
  if (state !== "retracted") return null;
  const retracted = trail.findLast(({ action }) => action === "claim.retracted");
  switch (retracted?.payload["from"]) {
    case "in_review":
      return "written";
    case "second_review":
    case "disputed":
    case "approved":
      return "submitted";
    default:
      return null;
  }
}

import type { ClaimState } from "./review/workflow";

/** Why a command did not happen. Nothing was changed when one of these comes back. */
export type Refusal =
  | { kind: "not_signed_in" }
  | { kind: "forbidden"; message: string }
  | { kind: "not_found"; what: string }
  | { kind: "invalid"; fields: Record<string, string[]> }
  | {
      kind: "stale";
      /** Where the claim is now, who moved it there, and when (ISO 8601). */
      state: ClaimState;
      movedBy: string | null;
      movedAt: string;
    }
  | { kind: "illegal"; message: string }
  | { kind: "unavailable"; message: string };

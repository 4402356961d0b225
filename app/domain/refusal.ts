import { stateLabel, type ClaimState } from "./review/workflow";

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
  /** An admin has closed the desk for writing. */
  | { kind: "read_only"; message: string }
  | { kind: "unavailable"; message: string };

/** What happened, in a sentence a person can act on. Nothing was changed by what was refused. */
export function describeRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case "not_signed_in":
      return "You are signed out. Sign in again; what you typed is still here.";
    case "forbidden":
    case "unavailable":
      return refusal.message;
    case "illegal":
    case "read_only":
      return refusal.message;
    case "not_found":
      return `There is no such ${refusal.what.replace(/^There is no such |\.$/g, "")}.`;
    case "invalid":
      return "Some of it needs another look; see the notes beside the fields.";
    case "stale":
      return (
        `${refusal.movedBy ?? "Somebody"} moved this claim to “${stateLabel[refusal.state]}” ` +
        `at ${refusal.movedAt.slice(11, 16)} UTC. Nothing of yours was changed; look at the claim again.`
      );
  }
}

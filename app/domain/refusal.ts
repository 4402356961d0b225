import { stateLabel, type ClaimState } from "./review/workflow";

/** Why a command did not happen. Nothing was changed when one of these comes back. */
export type Refusal =
  | { kind: "not_signed_in" }
  | { kind: "forbidden"; message: string }
  | { kind: "not_found"; what: string }
  | { kind: "invalid"; fields: Record<string, string[]> }
  | {
      kind: "stale";
      /** Where the claim is now, who changed it last ("You" for oneself), and when (ISO 8601). */
      state: ClaimState;
      movedBy: string | null;
      movedAt: string;
      /** What that person did, and whether it moved the claim to another state; null when it is not known. */
      action: string | null;
      moved: boolean;
      /** By the database's clock. */
      secondsAgo: number;
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
      return `${whoWasFaster(refusal)} Nothing of yours was changed, and what you typed is still here. Look at the claim again.`;
  }
}

/** What an action that leaves a claim where it is did to it. */
const changed: Record<string, string> = {
  assign: "changed who has this claim",
  edit_statement: "reworded this claim",
  recuse: "stepped back from this claim",
  decide: "gave the second verdict on this claim",
  vote: "voted on this dispute",
  hand_over: "handed this review over",
  hand_over_second: "handed the second verdict on this claim over",
  take_over: "took this claim over",
};

function whoWasFaster(stale: Extract<Refusal, { kind: "stale" }>): string {
  const did = stale.moved
    ? `moved this claim to ${stateLabel[stale.state].toLowerCase()}`
    : (changed[stale.action ?? ""] ?? "changed this claim");
  return `${stale.movedBy ?? "Somebody"} ${did} ${ago(stale)}.`;
}

function ago({ secondsAgo, movedAt }: { secondsAgo: number; movedAt: string }): string {
  if (secondsAgo < 2) return "a moment ago";
  if (secondsAgo < 60) return `${secondsAgo} seconds ago`;
  if (secondsAgo < 120) return "a minute ago";
  if (secondsAgo < 3600) return `${Math.floor(secondsAgo / 60)} minutes ago`;
  return `on ${movedAt.slice(0, 10)} at ${movedAt.slice(11, 16)} UTC`;
}

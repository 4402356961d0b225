import type { Claim } from "../../claim/claim";
import type { LookOutcome } from "./judge-look";
import type { Placement } from "./place-claim";
import type { WatchMode } from "./watch";

/** One look at an article's address. */
export interface Look {
  id: string;
  articleId: string;
  /** Person id; null for one by schedule. */
  askedBy: string | null;
  askedAt: string;
  begunAt: string | null;
  /** Null while it waits or is under way. */
  endedAt: string | null;
  outcome: LookOutcome | null;
  /** What went wrong, by name, such as `timeout` or `404`. */
  problem: string | null;
  finalUrl: string | null;
  /** The number of the version that this look kept. */
  number: number | null;
}

/** How an article is watched, as far as it is kept; what follows from its claims is worked out. */
export interface Watch {
  mode: WatchMode;
  nextLookAt: string | null;
  failures: number;
}

/** One text of an article: the desk's own, which claims and reports rest on, or one found at its address later. */
export interface TextVersion {
  id: string;
  number: number;
  /** `desk` for the one that the claims are anchored in. */
  kind: "desk" | "found";
  title: string;
  /** When it was fetched, or saved where it was not fetched. */
  at: string;
  finalUrl: string | null;
  /** SHA-256 of the text, and of the bytes that came from the site where they are known. */
  sha256: string;
  bytesSha256: string | null;
}

/** What a person decided of a place that was not sure. */
export type PlaceDecision = "here" | "gone";

/** How a flag ended: a person dismissed it, or a correction was begun, or a newer version took its place. */
export type DriftEnd = "dismissed" | "acted" | "placed" | "superseded";

/** What became of one claim's words in the newest version of its article. The claim's own anchor stays where it is. */
export interface ClaimDrift {
  id: string;
  claimId: string;
  articleId: string;
  number: number;
  /** When that version was fetched. */
  foundAt: string;
  placement: Placement;
  score: number;
  start: number | null;
  end: number | null;
  words: string | null;
  isFlagged: boolean;
  decided: PlaceDecision | null;
  ended: DriftEnd | null;
  endedAt: string | null;
  /** Whether a person has chosen the passage that `start`, `end` and `words` tell. */
  isChosen: boolean;
}

/** Whether claims wait to be looked for in the newest version, as they do for a moment after it was found. */
export const areToBePlaced = (
  claims: readonly Pick<Claim, "id" | "state">[],
  drifts: readonly Pick<ClaimDrift, "claimId">[],
): boolean => {
  const placed = new Set(drifts.map(({ claimId }) => claimId));
  return claims.some(
    ({ id, state }) => state !== "dismissed" && state !== "retracted" && !placed.has(id),
  );
};

/** Whether somebody still has to decide what the change means for the verdict. */
export const isOpenDrift = ({ isFlagged, ended }: ClaimDrift): boolean =>
  isFlagged && ended === null;

/** How the words stand, by what was worked out and what a person has decided since. */
export function standingPlacement({
  placement,
  decided,
}: Pick<ClaimDrift, "placement" | "decided">): Placement {
  if (decided === null || (placement !== "unsure" && placement !== "gone")) return placement;
  return decided === "gone" ? "gone" : "changed";
}

/** Whether a person may say at which passage the words stand: they were not found for sure, and somebody has to decide. */
export const awaitsPlace = (drift: ClaimDrift): boolean =>
  isOpenDrift(drift) && (drift.placement === "unsure" || drift.placement === "gone");

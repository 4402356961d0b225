import type { PageMark } from "../page-mark";
import type { Rating } from "../verdict/rating";

/** What is known of an approved claim beyond its own row, when it is asked who may do what with it. */
export interface Approval {
  /** Whether its newest version is cleared for publication. */
  isCleared: boolean;
  /** Who signed it: the second reviewer, or who settled a dispute about it. Person ids. */
  signedBy: readonly string[];
  /** Who cleared it, and so may take that back. Person id. */
  clearedBy?: string | null;
}

export const uncleared: Approval = { isCleared: false, signedBy: [] };

/** Why somebody who might otherwise clear a verdict may not clear this one. */
export type ClearObstacle = "role" | "conflict" | "lead" | "second" | "signed";

/** What an admin may except in writing: a part in the claim, but no conflict of interest. */
export const isOwnWork = (obstacle: ClearObstacle | null): boolean =>
  obstacle === "lead" || obstacle === "second" || obstacle === "signed";

export const obstacleWords: Record<ClearObstacle, string> = {
  role: "Only an editor clears verdicts for publication.",
  conflict: "You declared a conflict of interest on this claim.",
  lead: "You lead this claim; another editor clears it.",
  second: "You are its second reviewer; another editor clears it.",
  signed: "You signed it by settling its dispute; another editor clears it.",
};

/** One editor's word that one version can be published. `endedAt` is set when it does not hold any more. */
export interface Clearance {
  versionId: string;
  contentHash: string;
  /** Person id. */
  by: string;
  clearedAt: string;
  endedHow: "withdrawn" | "reopened" | "conflict" | null;
  endedAt: string | null;
}

/** The clearance of this version that holds now. */
export const standingClearance = (
  clearances: readonly Clearance[],
  versionId: string | undefined,
): Clearance | null =>
  clearances.find((one) => one.versionId === versionId && one.endedAt === null) ?? null;

/** An approved claim as it waits in the lane. */
export interface LaneItem {
  claimId: string;
  version: number;
  statement: string;
  articleId: string;
  articleTitle: string;
  dueOn: string | null;
  leadId: string | null;
  secondId: string | null;
  recusedIds: string[];
  leadName: string | null;
  secondName: string | null;
  signedBy: string[];
  /** Null for whoever declared a conflict of interest. */
  rating: Rating | null;
  /** Since when it waits; what was done to it after that changes nothing. */
  approvedAt: string;
  cleared: { by: string; byName: string; at: string } | null;
}

/** The lane is what waits, the longest first, and then what is cleared and not published yet. */
export type LanePart = "waiting" | "cleared";

/** So many claims of each part stand on one page. */
export const lanePageSize = 50;

export interface LanePage {
  /** The longest waiting first. */
  items: LaneItem[];
  /** How many this part has. */
  total: number;
  /** Null on the last page. */
  next: PageMark | null;
}

export interface LanePlace {
  /** Its place from 1; 0 when it is not in the lane. */
  at: number;
  of: number;
  /** In the order of the lane: how it begins, and what stands around the claim. */
  items: LaneItem[];
}

/**
 * The claim to open once this one is dealt with: the next one that waits for this person, or the first one if none comes
 * after it; null when nothing waits for them.
 *
 * @param items of the lane in its order: how it begins, and what stands around this one.
 */
export function nextToClear(
  items: readonly LaneItem[],
  current: string,
  isMine: (item: LaneItem) => boolean,
): LaneItem | null {
  const at = items.findIndex(({ claimId }) => claimId === current);
  const waits = (item: LaneItem) =>
    item.claimId !== current && item.cleared === null && isMine(item);
  return items.slice(at + 1).find(waits) ?? items.slice(0, Math.max(at, 0)).find(waits) ?? null;
}

/** Reasons for which editors return approved verdicts; each is a whole sentence for the lead. */
export const returnReasons = [
  "The evidence does not carry the rating.",
  "A source is missing or cannot be checked.",
  "The claimant has to be asked first.",
  "The words are not clear enough for readers.",
  "A fact or figure has to be checked again.",
] as const;

/** The reason as it is kept: the chosen one and the editor’s own words, either alone or both. */
export const returnReason = (quick: string, own: string): string =>
  [quick.trim(), own.trim()].filter((part) => part !== "").join(" ");

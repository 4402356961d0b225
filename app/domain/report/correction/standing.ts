import type { RevisionKind } from "./kinds";

/** A slip of writing that was mended in what is published. */
export interface TypoMend {
  wrong: string;
  right: string;
  at: string;
}

/** What the desk is about to do with a published verdict, and what it mended in it. */
export interface CorrectionStanding {
  /** As what the newest correction was begun; null when none was. */
  kind: RevisionKind | null;
  /** Who asked for a retraction that was not carried out. */
  retractions: { byId: string; reason: string; at: string }[];
  /** Mended since the review was last submitted, so not in the review's own document. */
  mends: TypoMend[];
}

export const noCorrections: CorrectionStanding = { kind: null, retractions: [], mends: [] };

/** What keeps this person from retracting a verdict; null when somebody else asked for it, so that they can. */
export function whyNotRetract(
  personId: string,
  { retractions }: Pick<CorrectionStanding, "retractions">,
): "nobody_asked" | "asked_yourself" | null {
  if (retractions.some(({ byId }) => byId !== personId)) return null;
  return retractions.length === 0 ? "nobody_asked" : "asked_yourself";
}

import type { Claim } from "~/domain/claim/claim";
import type { ClaimMatch } from "~/domain/claim/match/claim-match";
import type { ClaimAction, ClaimState } from "~/domain/review/workflow";

/** A claim of the article with what this person may do to it now. */
export interface TriageClaim {
  claim: Claim;
  actions: ClaimAction[];
  /** Whether this person says what it is about. */
  maySetTopics: boolean;
  /** What it seems to repeat, in the order in which that matters. */
  matches: ClaimMatch[];
}

/** Where a claim stands in the list. */
export const rowId = (claimId: string) => `claim-${claimId}`;

/** In these states a claim is compared with what is known. */
export const waitsForComparison: ReadonlySet<ClaimState> = new Set([
  "proposed",
  "open",
  "in_review",
]);

/** What can be opened under a claim: the steps that need words or a choice. */
export const triagePanels = ["dismiss", "edit_statement", "split", "merge", "assign"] as const;
export type TriagePanel = (typeof triagePanels)[number];

export function isTriagePanel(word: string | null | undefined): word is TriagePanel {
  return triagePanels.some((panel) => panel === word);
}

/** Claims in the order of the article; of two that begin together the longer first. */
export function inOrderOfArticle(claims: readonly TriageClaim[]): TriageClaim[] {
  return claims.toSorted(
    ({ claim: a }, { claim: b }) =>
      a.anchor.start - b.anchor.start ||
      b.anchor.end - a.anchor.end ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id.localeCompare(b.id),
  );
}

/** The next claim after this one that still waits for a decision, going round at the end; null when none does. */
export function nextUndecided(claims: readonly TriageClaim[], after: string): string | null {
  const at = claims.findIndex(({ claim }) => claim.id === after);
  const round = [...claims.slice(at + 1), ...claims.slice(0, at + 1)];
  return round.find(({ claim }) => claim.state === "proposed")?.claim.id ?? null;
}

/** Claims that this one can be merged into: others of the article that nobody reviews yet. */
export function mergeTargets(claims: readonly TriageClaim[], id: string): Claim[] {
  return claims
    .map(({ claim }) => claim)
    .filter(({ id: other, state }) => other !== id && (state === "proposed" || state === "open"));
}

/** The merge target that stands next in the article; the first one when there is none after it. */
export function nextMergeTarget(claims: readonly TriageClaim[], id: string): string {
  const at = claims.findIndex(({ claim }) => claim.id === id);
  const after = mergeTargets(claims.slice(at + 1), id).at(0);
  return (after ?? mergeTargets(claims, id).at(0))?.id ?? "";
}

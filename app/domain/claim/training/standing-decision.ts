import type { DismissalKind } from "../dismissal";
import type { TriageEvent } from "./claim-history";

/** What a decision says of the words: 1 worth a check, 0 not; null says nothing of it. `weight` is 0 to 1. */
export interface Judgement {
  label: 0 | 1 | null;
  weight: number;
}

export const saysNothing: Judgement = { label: null, weight: 0 };

const ofDismissal: Record<DismissalKind, Judgement> = {
  // A fact that nobody needs checked looks much like one that matters; in full it would teach mistrust of facts.
  not_worth_checking: { label: 0, weight: 0.5 },
  not_checkable: { label: 0, weight: 1 },
  checked_before: saysNothing,
  not_in_article: saysNothing,
  other: saysNothing,
};

/**
 * The decision on a claim's check-worthiness that holds, with the number of its entry in the trail. The last one
 * counts; being restored makes a claim undecided, and so does being split or merged: what it became is decided on its
 * own. Null when none holds.
 */
export function standingDecision(
  events: readonly TriageEvent[],
): (Judgement & { seq: number }) | null {
  let standing: (Judgement & { seq: number }) | null = null;
  for (const event of events) {
    switch (event.action) {
      case "accept":
        standing = { label: 1, weight: 1, seq: event.seq };
        break;
      case "dismiss":
        standing = { ...ofDismissal[event.kind], seq: event.seq };
        break;
      case "restore":
      case "split":
      case "merge":
        standing = null;
    }
  }
  return standing;
}

import type { ClaimState } from "../../review/workflow";
import type { Rating } from "../../verdict/rating";

/** A check that another desk has published, as its ClaimReview markup says. */
export interface EarlierCheck {
  /** Where it was published; what it is known by. */
  url: string;
  /** The claim in the words of that desk. */
  claim: string;
  title: string | null;
  claimant: string | null;
  /** In the words of that desk. */
  rating: string;
  publisher: string;
  /** Civil date, YYYY-MM-DD. */
  checkedOn: string | null;
}

/** A check that was read from markup, with the markup as it was, in JSON; null where that could not be kept. */
export interface ImportedCheck extends EarlierCheck {
  markup: string | null;
}

export const matchDecisions = ["confirmed", "rejected"] as const;
export type MatchDecision = (typeof matchDecisions)[number];

/** What a claim seems to repeat: a claim of this desk, with its verdict once that is published, or a check of others. */
export type MatchedWith =
  | {
      kind: "claim";
      id: string;
      articleId: string;
      articleTitle: string;
      statement: string;
      state: ClaimState;
      verdict: { slug: string; rating: Rating } | null;
    }
  | ({ kind: "check"; id: string } & EarlierCheck);

/** A match that was proposed, and what a person said to it. It holds for both claims alike. */
export interface ClaimMatch {
  id: string;
  /** The claim that is looked at; `with` is the other side. */
  claimId: string;
  with: MatchedWith;
  /** How likely both say the same, 0 to 1, as far as their words tell. */
  confidence: number;
  state: "proposed" | MatchDecision;
  decidedBy: string | null;
}

/**
 * The matches of a claim in the order in which they matter: confirmed ones first, then what is open, the likeliest
 * first. Rejected ones are left out, and so is a double that has been dismissed since.
 */
export function matchesToShow(matches: readonly ClaimMatch[]): ClaimMatch[] {
  return matches
    .filter(
      (match) =>
        match.state !== "rejected" &&
        !(match.with.kind === "claim" && match.with.state === "dismissed"),
    )
    .toSorted(
      (a, b) =>
        Number(b.state === "confirmed") - Number(a.state === "confirmed") ||
        b.confidence - a.confidence,
    );
}

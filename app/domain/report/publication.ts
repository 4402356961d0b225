import type { Rating } from "../verdict/rating";
import type { PublishedVerdict, ReportSource } from "./report";

export const changeKinds = ["being_corrected", "upheld", "corrected", "retracted"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What became of a verdict after it was published, in the words that readers were given. */
export interface PublishedChange {
  kind: ChangeKind;
  /** Why, for readers; of a verdict that was kept, why it had been in doubt. Empty where none was kept. */
  reason: string;
  at: string;
}

/** What ClaimReview and feeds say of a published verdict. */
export type VerdictFacts = Pick<
  PublishedVerdict,
  "slug" | "shortClaim" | "content" | "publishedAt" | "firstPublishedAt" | "number" | "notice"
>;

/** A published verdict as it stands, where many are listed: with its source, but without the article's text. */
export interface Publication {
  claimId: string;
  verdict: VerdictFacts;
  source: Omit<ReportSource, "text">;
  report: { slug: string; headline: string };
  /** True for the case that ships with the software. */
  demo: boolean;
  /** When it was last published, put in doubt, kept or retracted. */
  changedAt: string;
  /** In order. */
  changes: PublishedChange[];
}

/** Where a list of publications goes on: after the last one that was read. */
export interface PublicationCursor {
  changedAt: string;
  slug: string;
}

/** One public page, for a sitemap. */
export interface PublishedAddress {
  kind: "reports" | "claims";
  slug: string;
  title: string;
  firstPublishedAt: string;
  changedAt: string;
  isRetracted: boolean;
}

/** One line of the public log of corrections. */
export interface LoggedChange extends PublishedChange {
  id: number;
  slug: string;
  shortClaim: string;
  report: { slug: string; headline: string };
  demo: boolean;
  /** Of a correction that changed the rating: what it was and what it became. */
  rating: { before: Rating; after: Rating } | null;
}

/** The changes that a reader of the verdict must know of: that it was corrected, and why. */
export const correctionsOf = <C extends PublishedChange>(changes: readonly C[]): C[] =>
  changes.filter(({ kind }) => kind === "corrected");

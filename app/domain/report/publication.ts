import { kindRules, type CorrectionKind } from "./correction/kinds";
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
  /** Of what kind it was. Null where nothing was corrected yet, and in what was corrected before there were kinds. */
  correction?: CorrectionKind | null | undefined;
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

/** A published verdict on a claim that says the same as another. */
export interface EarlierRuling {
  slug: string;
  shortClaim: string;
  publishedAt: string;
  rating: Rating;
  claimant: string | null;
  outlet: string | null;
  isRetracted: boolean;
  demo: boolean;
  report: { slug: string; headline: string };
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
  /** Which publication of the verdict it led to; null when it led to none. */
  number: number | null;
}

/** Of what kind a change was that led to a new version; what was corrected before there were kinds is a correction. */
export const kindOf = ({ kind, correction }: PublishedChange): CorrectionKind | null =>
  kind === "corrected" ? (correction ?? "correction") : null;

const having =
  (rule: (kind: CorrectionKind) => boolean) =>
  <C extends PublishedChange>(changes: readonly C[]): C[] =>
    changes.filter((change) => {
      const kind = kindOf(change);
      return kind !== null && rule(kind);
    });

/** All changes of some verdicts, in order, each with the number of the version that it replaced; null where it replaced none. */
export function withReplaced<C extends PublishedChange & { claimId: string }>(
  changes: readonly C[],
): (C & { replaced: number | null })[] {
  const versions = new Map<string, number>();
  return changes.map((change) => {
    if (change.kind !== "corrected") return { ...change, replaced: null };
    const replaced = (versions.get(change.claimId) ?? 0) + 1;
    versions.set(change.claimId, replaced);
    return { ...change, replaced };
  });
}

/** The changes that a reader of the verdict must know of first: what was wrong, and why. */
export const correctionsOf = having((kind) => kindRules[kind].note === "top");
/** What was added since, told below the verdict. */
export const updatesOf = having((kind) => kindRules[kind].note === "foot");
/** What is a `correction` for machines. */
export const markedUpOf = having((kind) => kindRules[kind].isMarkedUp);

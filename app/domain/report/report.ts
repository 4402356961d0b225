import type { SettlementWay } from "../review/dispute";
import type { PublishedReply } from "../review/reply-sentence";
import type { VerdictContent } from "../verdict/content";
import type { RevisionKind } from "./correction/kinds";
import type { Rating } from "../verdict/rating";

/** Who did what for a published verdict, in roles and names as readers see them. */
export interface Credit {
  capacity: "lead" | "second" | "adjudicator" | "voter" | "mender";
  name: string;
  at: string;
  /** Of a second reviewer: whether they decided without having been able to read the first verdict. */
  blind?: boolean | undefined;
}

export const exceptionKinds = [
  "second_wrote",
  "publisher_checked",
  "clearer_checked",
  "given_to_one",
  "reply_outstanding",
  "claim_rated",
  "discussion_open",
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** Where fewer people did something than should, or a check before publishing was passed over, and why that was so. */
export interface DutyException {
  kind: ExceptionKind;
  reason: string;
  at: string;
}

/** A vote that did not carry, and whose author let it be shown. */
export interface Dissent {
  rating: Rating;
  reason: string;
  name: string;
  at: string;
}

/**
 * How a dispute between the two verdicts was settled. Of one editor, whom the credits name, only where others had voted
 * before and dissent.
 */
export interface Settlement {
  how: SettlementWay;
  votes: number;
  dissents: Dissent[];
}

/** What readers are told above a verdict that does not simply stand. */
export interface VerdictNotice {
  kind: "being_corrected" | "retracted";
  /** Written for readers. */
  reason: string;
  since: string;
}

/** What a version is to the one before it, with the reason that readers were given. */
export interface Revision {
  kind: RevisionKind;
  reason: string;
}

/** A verdict as published: frozen with its report, readable by everybody. */
export interface PublishedVerdict {
  claimId: string;
  slug: string;
  reportSlug: string;
  /** The claim in at most 75 characters, written by a person; ClaimReview's `claimReviewed`. */
  shortClaim: string;
  content: VerdictContent;
  contentHash: string;
  credits: Credit[];
  exceptions: DutyException[];
  /** Null where there was no dispute, and where one editor decided it without dissent to tell of. */
  settlement: Settlement | null;
  /** The right of reply as it stood at publication; null in what was published before it was told. */
  replies: PublishedReply[] | null;
  publishedAt: string;
  /** Counts the publications of this verdict; above 1 it was corrected. */
  number: number;
  /** What was done to the version before; null in the first, and in what was corrected before there were kinds. */
  correction: Revision | null;
  /** When it was published first. */
  firstPublishedAt: string;
  /** That it is being corrected or was retracted; null when it stands. */
  notice: VerdictNotice | null;
}

export interface ReportSource {
  title: string;
  byline: string | null;
  outlet: string | null;
  publishedOn: string | null;
  sourceUrl: string | null;
  language: string;
  text: string;
  sha256: string;
}

/** The published page of an article with its verdicts. */
export interface Report {
  id: string;
  slug: string;
  headline: string;
  summary: string;
  source: ReportSource;
  verdicts: PublishedVerdict[];
  publishedBy: string;
  publishedAt: string;
  updatedAt: string;
  /** True for the case that ships with the software: said on every page of it. */
  demo: boolean;
}

/** That a report was taken from readers, and what they are told in its place. */
export interface Unpublished {
  reason: string;
  /** ISO 8601 in UTC. */
  at: string;
}

export interface UnpublishedReport extends Unpublished {
  slug: string;
  headline: string;
}

export interface ReportListItem {
  slug: string;
  headline: string;
  summary: string;
  outlet: string | null;
  publishedAt: string;
  demo: boolean;
  verdicts: {
    slug: string;
    shortClaim: string;
    rating: VerdictContent["verdict"]["rating"];
    notice: VerdictNotice["kind"] | null;
  }[];
}

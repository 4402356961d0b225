import type { PublicationCursor } from "~/domain/report/publication";
import type { ReportSource, VerdictNotice } from "~/domain/report/report";
import type { Rating } from "~/domain/verdict/rating";

/** Which published claims are asked for; what is left out does not matter. Times are ISO 8601. */
export interface PublishedClaimFilter {
  slug?: string;
  /** The last part of a report's address. */
  report?: string;
  /** Claims with one of these ratings; a retracted verdict has none. */
  ratings?: readonly Rating[];
  /** A topic by its name, in any case. */
  topic?: string;
  /** As the verdict names them, in any case. */
  claimant?: string;
  publishedSince?: string;
  changedSince?: string;
}

export type PublishedReportFilter = Pick<
  PublishedClaimFilter,
  "slug" | "publishedSince" | "changedSince"
>;

type ListedSource = Omit<ReportSource, "text">;

/** A published claim with its verdict as it stands, as a list has it. */
export interface ListedClaim {
  slug: string;
  /** Counts the publications of this verdict. */
  number: number;
  shortClaim: string;
  statement: string;
  claimant: string | null;
  rating: Rating;
  summary: string;
  topics: string[];
  notice: VerdictNotice | null;
  report: { slug: string; headline: string };
  source: ListedSource;
  demo: boolean;
  publishedAt: string;
  firstPublishedAt: string;
  /** To the microsecond, as a cursor needs it. */
  changedAt: string;
}

/** A published report, as a list has it; its verdicts in the order of the article. */
export interface ListedReport {
  slug: string;
  headline: string;
  summary: string;
  source: ListedSource;
  demo: boolean;
  publishedAt: string;
  updatedAt: string;
  changedAt: string;
  verdicts: {
    slug: string;
    shortClaim: string;
    rating: Rating;
    notice: VerdictNotice["kind"] | null;
  }[];
}

/** What is published, as the read API lists it: the last changed first, after the cursor where there is one. */
export interface ReadApi {
  claims(
    filter: PublishedClaimFilter,
    most: number,
    after?: PublicationCursor,
  ): Promise<ListedClaim[]>;
  reports(
    filter: PublishedReportFilter,
    most: number,
    after?: PublicationCursor,
  ): Promise<ListedReport[]>;
}

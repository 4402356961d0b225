import type { Refusal } from "~/domain/refusal";
import type {
  Report,
  ReportListItem,
  Unpublished,
  UnpublishedReport,
} from "~/domain/report/report";
import type { Result } from "~/domain/result";

export interface PublicationRequest {
  slug: string;
  headline: string;
  summary: string;
  /** Why it is published although a check of the gate is not met. */
  exception?: string;
  /** Why now, or why at all; kept with each claim. */
  reason?: string;
  /** In which order readers find the verdicts, by claim; left out to leave it as it is. */
  order?: string[];
  verdicts: {
    claimId: string;
    version: number;
    slug: string;
    shortClaim: string;
    /** The checks that this verdict goes past and of which only the app knows. */
    excepts?: string[];
  }[];
}

/** One step of a published report's trail, as the public may read it. */
export interface PublicTrailEntry {
  seq: number;
  at: string;
  action: string;
  entityId: string;
  capacity: "lead" | "second" | "editor";
  hash: string;
}

export interface ReportStore {
  publish(
    articleId: string,
    request: PublicationRequest,
  ): Promise<Result<{ slug: string }, Refusal>>;
  list(): Promise<ReportListItem[]>;
  find(slug: string): Promise<Report | null>;
  /** The report that holds this verdict. */
  ofVerdict(verdictSlug: string): Promise<Report | null>;
  /** Whether this person signed a verdict on one of these claims, and the signature holds. */
  signedAny(claimIds: readonly string[], personId: string): Promise<boolean>;
  slugOfArticle(articleId: string): Promise<string | null>;
  trail(slug: string): Promise<PublicTrailEntry[]>;
  /** What readers are told in place of a report’s or a verdict’s page; null where it was never taken from them. */
  unpublishedPage(kind: "reports" | "claims", slug: string): Promise<Unpublished | null>;
  /** The report of an article that was taken from readers, for editors. */
  unpublishedOfArticle(articleId: string): Promise<UnpublishedReport | null>;
  unpublish(articleId: string, reason: string): Promise<Result<{ slug: string }, Refusal>>;
  republish(articleId: string, reason: string): Promise<Result<{ slug: string }, Refusal>>;
}

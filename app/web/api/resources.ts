import type { ListedClaim, ListedReport } from "~/commands/ports/read-api";
import type { LoggedChange } from "~/domain/report/publication";
import { ratingScale, ratings, ratingScaleVersion, type Rating } from "~/domain/verdict/rating";
import { safeLink } from "~/domain/verdict/safe-link";

import type { ClaimResource, CorrectionResource, ReportResource } from "./schemas";

const utc = (at: string): string => new Date(at).toISOString();

/** Where a published thing is for people and for programs. */
const places = (kind: "claims" | "reports", slug: string, publicUrl: string) => ({
  slug,
  url: `${publicUrl}/${kind}/${slug}`,
  api: `${publicUrl}/api/${kind}/${slug}`,
});

const ratingOf = (rating: Rating) => ({
  id: rating,
  label: ratingScale[rating].label,
  value: ratingScale[rating].value,
});

const sourceOf = ({ sourceUrl, ...source }: ListedClaim["source"]) => ({
  ...source,
  url: sourceUrl === null ? null : safeLink(sourceUrl),
});

/** A published claim as the API answers it. A retracted verdict has neither rating nor summary. */
export function claimOf(claim: ListedClaim, publicUrl: string): ClaimResource {
  const isRetracted = claim.notice?.kind === "retracted";
  return {
    ...places("claims", claim.slug, publicUrl),
    shortClaim: claim.shortClaim,
    statement: claim.statement,
    claimant: claim.claimant,
    standing: claim.notice?.kind ?? "stands",
    notice:
      claim.notice === null ? null : { reason: claim.notice.reason, since: claim.notice.since },
    rating: isRetracted ? null : ratingOf(claim.rating),
    summary: isRetracted ? null : claim.summary,
    topics: claim.topics,
    report: {
      ...places("reports", claim.report.slug, publicUrl),
      headline: claim.report.headline,
    },
    source: sourceOf(claim.source),
    publication: claim.number,
    publishedAt: claim.publishedAt,
    firstPublishedAt: claim.firstPublishedAt,
    changedAt: utc(claim.changedAt),
    demo: claim.demo,
  };
}

export function reportOf(report: ListedReport, publicUrl: string): ReportResource {
  return {
    ...places("reports", report.slug, publicUrl),
    headline: report.headline,
    summary: report.summary,
    source: sourceOf(report.source),
    publishedAt: report.publishedAt,
    updatedAt: report.updatedAt,
    changedAt: utc(report.changedAt),
    demo: report.demo,
    verdicts: report.verdicts.map(({ slug, shortClaim, rating, notice }) => ({
      ...places("claims", slug, publicUrl),
      shortClaim,
      standing: notice ?? "stands",
      rating: notice === "retracted" ? null : ratingOf(rating),
    })),
  };
}

export const correctionOf = (line: LoggedChange, publicUrl: string): CorrectionResource => ({
  id: line.id,
  kind: line.kind,
  reason: line.reason,
  at: line.at,
  claim: { ...places("claims", line.slug, publicUrl), shortClaim: line.shortClaim },
  report: {
    ...places("reports", line.report.slug, publicUrl),
    headline: line.report.headline,
  },
  rating: line.rating && {
    before: ratingOf(line.rating.before),
    after: ratingOf(line.rating.after),
  },
  demo: line.demo,
});

export const scaleOf = () => ({
  scale: ratingScaleVersion,
  ratings: ratings.map((rating) => ({
    ...ratingOf(rating),
    definition: ratingScale[rating].definition,
  })),
});

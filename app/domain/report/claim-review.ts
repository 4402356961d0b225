import { ratingScale } from "../verdict/rating";
import type { PublishedVerdict, Report } from "./report";

/**
 * One verdict as schema.org ClaimReview, after Google's fact check rules: `claimReviewed`, `reviewRating` and `url`
 * required; a number only for ratings that lie on the line from false (1) to true (5).
 *
 * Of a retracted verdict there is none: nothing is to be shown as checked that does not stand.
 *
 * @param publicUrl where the public reaches the site, without a trailing slash.
 */
export function claimReview(verdict: PublishedVerdict, report: Report, publicUrl: string) {
  if (verdict.notice?.kind === "retracted") return null;
  const { claim, verdict: judged } = verdict.content;
  const { label, definition, value } = ratingScale[judged.rating];
  const appearance = report.source.sourceUrl;
  const author = claim.claimant ?? report.source.outlet;
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${publicUrl}/claims/${verdict.slug}`,
    claimReviewed: verdict.shortClaim,
    datePublished: verdict.firstPublishedAt.slice(0, 10),
    ...(verdict.number > 1 && { dateModified: verdict.publishedAt.slice(0, 10) }),
    author: { "@type": "Organization", name: "Countersign", url: publicUrl },
    reviewBody: judged.summary,
    reviewRating: {
      "@type": "Rating",
      alternateName: label,
      ratingExplanation: definition,
      ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
    },
    itemReviewed: {
      "@type": "Claim",
      text: claim.statement,
      ...(author !== null && {
        author: { "@type": claim.claimant === null ? "Organization" : "Person", name: author },
      }),
      ...(report.source.publishedOn !== null && { datePublished: report.source.publishedOn }),
      ...(appearance !== null && {
        appearance: { "@type": "CreativeWork", url: appearance, headline: report.source.title },
      }),
    },
  };
}

/** JSON that can stand inside a script element: nothing in it can close the element. */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
}

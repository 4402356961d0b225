import { meaningOf } from "../verdict/rating-scales";
import { safeLink } from "../verdict/safe-link";
import { claimantType } from "./claimant-type";
import { markedUpOf, type Publication, type PublishedChange } from "./publication";

/** What ClaimReview is made of. */
export type Reviewed = Pick<Publication, "verdict" | "source" | "changes">;

/**
 * One verdict as schema.org ClaimReview, after Google's fact check rules: `claimReviewed`, `reviewRating` and `url`
 * required; a number only for ratings that lie on the line from false (1) to true (5).
 *
 * Of a retracted verdict there is none: nothing is to be shown as checked that does not stand.
 *
 * @param publicUrl where the public reaches the site, without a trailing slash.
 */
export function claimReview({ verdict, source, changes }: Reviewed, publicUrl: string) {
  if (verdict.notice?.kind === "retracted") return null;
  const { claim, verdict: judged } = verdict.content;
  const { label, definition, value } = meaningOf(judged);
  const appearance = source.sourceUrl === null ? null : safeLink(source.sourceUrl);
  const author = claim.claimant ?? source.outlet;
  const corrections = markedUpOf(changes);
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    url: `${publicUrl}/claims/${verdict.slug}`,
    claimReviewed: verdict.shortClaim,
    datePublished: verdict.firstPublishedAt.slice(0, 10),
    ...(verdict.number > 1 && { dateModified: verdict.publishedAt.slice(0, 10) }),
    author: publisher(publicUrl),
    reviewBody: judged.summary,
    reviewRating: {
      "@type": "Rating",
      alternateName: label,
      ratingExplanation: definition,
      ...(value !== null && { ratingValue: value, bestRating: 5, worstRating: 1 }),
    },
    ...(corrections.length > 0 && { correction: corrections.map(correctionComment) }),
    itemReviewed: {
      "@type": "Claim",
      text: claim.statement,
      ...(author !== null && {
        author: {
          "@type": claim.claimant === null ? "Organization" : claimantType(author, source.outlet),
          name: author,
        },
      }),
      ...(source.publishedOn !== null && { datePublished: source.publishedOn }),
      ...(appearance !== null && {
        appearance: { "@type": "CreativeWork", url: appearance, headline: source.title },
      }),
    },
  };
}

/** Who answers for what is published. */
export const publisher = (publicUrl: string) => ({
  "@type": "Organization",
  name: "Countersign",
  url: publicUrl,
});

/** A correction, as the page tells it. */
export const correctionComment = ({ at, reason }: PublishedChange) => ({
  "@type": "CorrectionComment",
  text: reason === "" ? "Corrected" : reason,
  datePublished: at.slice(0, 10),
});

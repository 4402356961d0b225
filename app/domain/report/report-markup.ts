import { licences, type Licence } from "../site/licence";
import { safeLink } from "../verdict/safe-link";
import { correctionComment, publisher } from "./claim-review";
import { markedUpOf, type PublishedChange } from "./publication";
import type { Report } from "./report";

/**
 * A report page as schema.org data: the Article, and an ItemList of its verdicts that leads to their own pages. It holds
 * no ClaimReview: each of those stands on one page only, the verdict's.
 *
 * @param changes what became of its verdicts, in order.
 * @param licence on what terms it may be used; null when all rights are reserved.
 */
export function reportMarkup(
  report: Report,
  changes: readonly PublishedChange[],
  publicUrl: string,
  licence: Licence | null = null,
) {
  const url = `${publicUrl}/reports/${report.slug}`;
  const basis = report.source.sourceUrl === null ? null : safeLink(report.source.sourceUrl);
  const corrections = markedUpOf(changes);
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "Article",
        "@id": url,
        url,
        headline: report.headline,
        description: report.summary,
        datePublished: report.publishedAt,
        dateModified: latest([report.updatedAt, ...changes.map(({ at }) => at)]),
        author: publisher(publicUrl),
        publisher: publisher(publicUrl),
        inLanguage: "en",
        ...(licence !== null && { license: licences[licence].url }),
        isBasedOn: {
          "@type": "CreativeWork",
          headline: report.source.title,
          ...(basis !== null && { url: basis }),
        },
        ...(corrections.length > 0 && { correction: corrections.map(correctionComment) }),
      },
      {
        "@type": "ItemList",
        numberOfItems: report.verdicts.length,
        itemListElement: report.verdicts.map(({ slug, shortClaim }, i) => ({
          "@type": "ListItem",
          position: i + 1,
          name: shortClaim,
          url: `${publicUrl}/claims/${slug}`,
        })),
      },
    ],
  };
}

const latest = (instants: readonly string[]): string =>
  new Date(Math.max(...instants.map((at) => Date.parse(at)))).toISOString();

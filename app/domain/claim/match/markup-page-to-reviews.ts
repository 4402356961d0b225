import {
  given,
  markupPageSchema,
  unlessEmpty,
  type MarkupPage,
  type PageMarkup,
} from "./markup-page";
import { isRaw } from "./review-nodes";

type Json = { [key: string]: unknown };

/** Under which names schema.org’s `identifier` keeps what Google calls a page and its version. */
export const pageIdentifiers = {
  name: "factchecktools:name",
  versionId: "factchecktools:versionId",
};

/**
 * The pages of Google’s Fact Check Tools in a document, as the ClaimReviews that they stand for, after the mapping of its
 * reference: a page, a list of them, or the answer that lists them. Null where the document is nothing of that kind; a page
 * that is not of the shape is `undefined`, in its place.
 */
export function reviewsOfPages(document: unknown): (Json[] | undefined)[] | null {
  const pages = pagesIn(document);
  return pages === null
    ? null
    : pages.map((page) => {
        const read = markupPageSchema.safeParse(page);
        return read.success ? reviewsOfPage(read.data) : undefined;
      });
}

function pagesIn(document: unknown): unknown[] | null {
  if (isRaw(document)) {
    if (Array.isArray(document["claimReviewMarkupPages"]))
      return document["claimReviewMarkupPages"];
    return isPage(document) ? [document] : null;
  }
  return Array.isArray(document) && document.length > 0 && document.every(isPage) ? document : null;
}

const isPage = (value: unknown): boolean =>
  isRaw(value) && Array.isArray(value["claimReviewMarkups"]);

export function reviewsOfPage(page: MarkupPage): Json[] {
  const { name, versionId } = page;
  const identifier = Object.entries(given({ name, versionId })).map(([part, value]) => ({
    "@type": "PropertyValue",
    propertyID: pageIdentifiers[part as keyof typeof pageIdentifiers],
    value,
  }));
  return (page.claimReviewMarkups ?? []).map((markup) =>
    given({
      "@context": "https://schema.org",
      "@type": "ClaimReview",
      url: markup.url ?? page.pageUrl,
      claimReviewed: markup.claimReviewed,
      datePublished: page.publishDate,
      author: typed("Organization", {
        name: page.claimReviewAuthor?.name,
        image: page.claimReviewAuthor?.imageUrl,
      }),
      reviewRating: ratingOf(markup),
      itemReviewed: claimOf(markup),
      identifier: identifier.length === 0 ? undefined : identifier,
    }),
  );
}

const ratingOf = ({ rating }: PageMarkup) =>
  rating &&
  typed("Rating", {
    ratingValue: rating.ratingValue,
    bestRating: rating.bestRating,
    worstRating: rating.worstRating,
    alternateName: rating.textualRating,
    ratingExplanation: rating.ratingExplanation,
    image: rating.imageUrl,
  });

const claimOf = (markup: PageMarkup) =>
  typed("Claim", {
    name: markup.claimLocation,
    datePublished: markup.claimDate,
    author:
      markup.claimAuthor &&
      typed("Person", {
        name: markup.claimAuthor.name,
        jobTitle: markup.claimAuthor.jobTitle,
        image: markup.claimAuthor.imageUrl,
        sameAs: markup.claimAuthor.sameAs,
      }),
    firstAppearance:
      markup.claimFirstAppearance === undefined ? undefined : work(markup.claimFirstAppearance),
    appearance:
      markup.claimAppearances && markup.claimAppearances.length > 0
        ? markup.claimAppearances.map(work)
        : undefined,
  });

const work = (url: string) => ({ "@type": "CreativeWork", url });

function typed(type: string, parts: Json): Json | undefined {
  const found = unlessEmpty(parts);
  return found && { "@type": type, ...found };
}

import type { ImportedCheck } from "./claim-match";
import { given, unlessEmpty, type MarkupPage, type PageMarkup } from "./markup-page";
import { pageIdentifiers } from "./markup-page-to-reviews";
import { isRaw, namedIn, nodeOf, valuesOf, type Named, type Node } from "./review-nodes";

/** A ClaimReview in JSON-LD, and what is known of it where its own words are missing. */
export interface ReviewForPage {
  raw: Record<string, unknown>;
  known?: Pick<ImportedCheck, "url" | "claim" | "rating"> | undefined;
}

/**
 * ClaimReviews as pages of Google’s Fact Check Tools, in their order; those of one page stand together. What that shape has no
 * place for (such as corrections) is not in it. Ratings that are no whole numbers keep their words alone.
 */
export function markupPagesOf(reviews: Iterable<ReviewForPage>): MarkupPage[] {
  const pages = new Map<string, MarkupPage & { claimReviewMarkups: PageMarkup[] }>();
  for (const { raw, known } of reviews) {
    const node = nodeOf(raw);
    const named = namedIn(raw);
    const url = textOf(node, "url", named) ?? known?.url;
    const pageUrl = url?.split("#")[0];
    const head = given({ ...identified(node, named), pageUrl, ...aboutPage(node, named) });
    // Those of a page say the same of it; what says something else stands apart.
    const key = JSON.stringify(head);
    const page = pages.get(key) ?? { ...head, claimReviewMarkups: [] };
    page.claimReviewMarkups.push(
      given({
        url: url === pageUrl ? undefined : url,
        claimReviewed: textOf(node, "claimReviewed", named) ?? known?.claim,
        ...aboutClaim(node, named),
        rating: ratingOf(node, named) ?? (known && { textualRating: known.rating }),
      }),
    );
    pages.set(key, page);
  }
  return [...pages.values()];
}

const nodesOf = (node: Node, field: string, named: Named): Node[] =>
  valuesOf(node, field, named).filter(isRaw).map(nodeOf);

/** The first text of a field, as it was written. */
function textOf(node: Node | undefined, field: string, named: Named): string | undefined {
  const found = node && valuesOf(node, field, named).find((value) => typeof value === "string");
  return typeof found === "string" ? found : undefined;
}

/** The address of something that is given as one, or as an object that has one. */
function addressOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (!isRaw(value)) return [];
  const found = [value["url"], value["contentUrl"], value["@id"]].find(
    (v) => typeof v === "string",
  );
  return typeof found === "string" ? [found] : [];
}

const addresses = (node: Node | undefined, field: string, named: Named): string[] =>
  node ? valuesOf(node, field, named).flatMap(addressOf) : [];

/** A whole number, also one that is written as text. */
function wholeOf(node: Node, field: string, named: Named): number | undefined {
  const [value] = valuesOf(node, field, named);
  const number = typeof value === "string" && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && Math.abs(number) < 2 ** 31
    ? number
    : undefined;
}

function identified(node: Node, named: Named) {
  const found = nodesOf(node, "identifier", named);
  const valueOf = (id: string) =>
    textOf(
      found.find((each) => each.get("propertyid") === id),
      "value",
      named,
    );
  return {
    name: valueOf(pageIdentifiers.name),
    versionId: valueOf(pageIdentifiers.versionId),
  };
}

function aboutPage(node: Node, named: Named) {
  const [author] = nodesOf(node, "author", named);
  return {
    publishDate: textOf(node, "datePublished", named),
    claimReviewAuthor: unlessEmpty({
      name: textOf(author, "name", named) ?? textOf(node, "author", named),
      imageUrl: addresses(author, "image", named)[0],
    }),
  };
}

function aboutClaim(node: Node, named: Named) {
  const [claim] = nodesOf(node, "itemReviewed", named);
  const [author] = claim ? nodesOf(claim, "author", named) : [];
  const appearances = addresses(claim, "appearance", named);
  return {
    claimDate: textOf(claim, "datePublished", named),
    claimLocation: textOf(claim, "name", named),
    claimAuthor: unlessEmpty({
      name: textOf(author, "name", named) ?? textOf(claim, "author", named),
      jobTitle: textOf(author, "jobTitle", named),
      imageUrl: addresses(author, "image", named)[0],
      sameAs: addresses(author, "sameAs", named)[0],
    }),
    claimFirstAppearance: addresses(claim, "firstAppearance", named)[0],
    claimAppearances: appearances.length === 0 ? undefined : appearances,
  };
}

function ratingOf(node: Node, named: Named): PageMarkup["rating"] {
  const [rating] = nodesOf(node, "reviewRating", named);
  if (!rating) return undefined;
  const value = wholeOf(rating, "ratingValue", named);
  const given = valuesOf(rating, "ratingValue", named).length > 0;
  // The ends of a scale say nothing of a number that cannot be given.
  const ends = !given || value !== undefined;
  return unlessEmpty({
    ratingValue: value,
    bestRating: ends ? wholeOf(rating, "bestRating", named) : undefined,
    worstRating: ends ? wholeOf(rating, "worstRating", named) : undefined,
    textualRating: textOf(rating, "alternateName", named) ?? textOf(rating, "name", named),
    ratingExplanation: textOf(rating, "ratingExplanation", named),
    imageUrl: addresses(rating, "image", named)[0],
  });
}

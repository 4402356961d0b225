import { z } from "zod";

/**
 * A page with its checks in the shape of Google’s Fact Check Tools (`ClaimReviewMarkupPage`, v1alpha1): what is taken in and
 * given out there. Numbers are whole ones there.
 */
const text = z.string().max(10_000);
const whole = z.int().min(-2_147_483_648).max(2_147_483_647);

const markup = z.strictObject({
  /** Only where it differs from the page’s: the page’s address and an anchor. */
  url: text.optional(),
  claimReviewed: text.optional(),
  claimDate: text.optional(),
  claimLocation: text.optional(),
  claimAuthor: z
    .strictObject({
      name: text.optional(),
      jobTitle: text.optional(),
      imageUrl: text.optional(),
      sameAs: text.optional(),
    })
    .optional(),
  claimFirstAppearance: text.optional(),
  claimAppearances: z.array(text).max(1_000).optional(),
  rating: z
    .strictObject({
      ratingValue: whole.optional(),
      bestRating: whole.optional(),
      worstRating: whole.optional(),
      textualRating: text.optional(),
      ratingExplanation: text.optional(),
      imageUrl: text.optional(),
    })
    .optional(),
});
export type PageMarkup = z.infer<typeof markup>;

export const markupPageSchema = z.strictObject({
  /** Both given by Google; never by who publishes. */
  name: text.optional(),
  versionId: text.optional(),
  pageUrl: text.optional(),
  publishDate: text.optional(),
  claimReviewAuthor: z
    .strictObject({ name: text.optional(), imageUrl: text.optional() })
    .optional(),
  claimReviewMarkups: z.array(markup).max(1_000).optional(),
});
export type MarkupPage = z.infer<typeof markupPageSchema>;

/** The same without what nobody gave, so that nothing is said to be empty. */
export function given<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** The same, or undefined where nobody gave anything. */
export function unlessEmpty<T extends object>(parts: T) {
  const found = given(parts);
  return Object.keys(found).length === 0 ? undefined : found;
}

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const text = { type: "string", minLength: 1 };
const address = { type: "string", format: "uri", pattern: "^https?://" };
const whole = { type: "integer", minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };
const object = (properties: object, required: readonly string[] = []) => ({
  ...{ type: "object", additionalProperties: false, properties, required },
});

/**
 * `ClaimReviewMarkupPage` of Google’s Fact Check Tools (v1alpha1) as its reference has it, in the list that its `pages.list`
 * answers; with what a page needs to be taken in there.
 */
const schema = object(
  {
    nextPageToken: text,
    claimReviewMarkupPages: {
      type: "array",
      items: object(
        {
          name: text,
          versionId: text,
          pageUrl: address,
          publishDate: { type: "string", format: "date" },
          claimReviewAuthor: object({ name: text, imageUrl: address }),
          claimReviewMarkups: {
            type: "array",
            minItems: 1,
            items: object(
              {
                url: address,
                claimReviewed: text,
                claimDate: { type: "string", format: "date" },
                claimLocation: text,
                claimAuthor: object({
                  name: text,
                  jobTitle: text,
                  imageUrl: address,
                  sameAs: address,
                }),
                claimFirstAppearance: address,
                claimAppearances: { type: "array", items: address },
                rating: object(
                  {
                    ratingValue: whole,
                    bestRating: whole,
                    worstRating: whole,
                    textualRating: text,
                    ratingExplanation: text,
                    imageUrl: address,
                  },
                  ["textualRating"],
                ),
              },
              ["claimReviewed", "rating"],
            ),
          },
        },
        ["pageUrl", "claimReviewMarkups"],
      ),
    },
  },
  ["claimReviewMarkupPages"],
);

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What of a list of pages is not of the shape; empty when all of it is. */
export function checkMarkupPages(list: unknown): string[] {
  validate(list);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

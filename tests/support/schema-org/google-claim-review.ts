import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const text = { type: "string", minLength: 1, pattern: "\\S" };
const address = { type: "string", format: "uri", pattern: "^https?://" };
const party = {
  type: "object",
  required: ["@type", "name"],
  properties: {
    "@type": { enum: ["Person", "Organization"] },
    name: text,
    url: address,
    sameAs: address,
  },
};

/**
 * Google's rules for ClaimReview (developers.google.com, fact check, 2026-09-15) as JSON Schema, with what we hold ourselves
 * to beyond them: no other property, a number only with both ends of its scale, at most 300 characters of claim.
 */
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  required: ["@context", "@type", "claimReviewed", "reviewRating", "url", "author", "itemReviewed"],
  additionalProperties: false,
  properties: {
    "@context": { const: "https://schema.org" },
    "@type": { const: "ClaimReview" },
    url: address,
    claimReviewed: { ...text, maxLength: 300 },
    datePublished: { type: "string", format: "date" },
    dateModified: { type: "string", format: "date" },
    reviewBody: text,
    author: party,
    reviewRating: {
      type: "object",
      required: ["@type", "alternateName"],
      additionalProperties: false,
      properties: {
        "@type": { const: "Rating" },
        alternateName: text,
        ratingExplanation: text,
        ratingValue: { type: "integer", minimum: 1, maximum: 5 },
        bestRating: { const: 5 },
        worstRating: { const: 1 },
      },
      dependentRequired: {
        ratingValue: ["bestRating", "worstRating"],
        bestRating: ["ratingValue"],
        worstRating: ["ratingValue"],
      },
    },
    itemReviewed: {
      type: "object",
      required: ["@type", "text"],
      additionalProperties: false,
      properties: {
        "@type": { const: "Claim" },
        text,
        author: party,
        datePublished: { type: "string", format: "date" },
        appearance: {
          type: "object",
          required: ["@type", "url"],
          properties: { "@type": { const: "CreativeWork" }, url: address, headline: text },
        },
      },
    },
    correction: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["@type", "text", "datePublished"],
        properties: {
          "@type": { const: "CorrectionComment" },
          text,
          datePublished: { type: "string", format: "date" },
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What a ClaimReview breaks of these rules; empty when it keeps them. */
export function checkClaimReview(review: unknown): string[] {
  return validate(review)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

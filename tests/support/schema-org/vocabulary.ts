/**
 * The types of schema.org 30.0 that we write, each with what it is a kind of (Intangible left out), and the properties
 * with the types that may have them (`domainIncludes`) and what they may hold (`rangeIncludes`). Copied from the published
 * vocabulary (schemaorg-all, CC BY-SA 3.0) for what is used; whoever writes a new term adds it from there.
 */
export const parents: Readonly<Record<string, string | null>> = {
  Thing: null,
  CreativeWork: "Thing",
  Article: "CreativeWork",
  Claim: "CreativeWork",
  Comment: "CreativeWork",
  CorrectionComment: "Comment",
  Dataset: "CreativeWork",
  DataFeed: "Dataset",
  Review: "CreativeWork",
  ClaimReview: "Review",
  DataFeedItem: "Thing",
  ItemList: "Thing",
  ListItem: "Thing",
  Organization: "Thing",
  Person: "Thing",
  Rating: "Thing",
};

export interface Property {
  domain: readonly string[];
  range: readonly string[];
}

const dates = ["Date", "DateTime"];
const people = ["Organization", "Person"];

export const properties: Readonly<Record<string, Property>> = {
  alternateName: { domain: ["Thing"], range: ["Text"] },
  appearance: { domain: ["Claim"], range: ["CreativeWork"] },
  author: { domain: ["CreativeWork", "Rating"], range: people },
  bestRating: { domain: ["Rating"], range: ["Number", "Text"] },
  claimReviewed: { domain: ["ClaimReview"], range: ["Text"] },
  license: { domain: ["CreativeWork"], range: ["CreativeWork", "URL"] },
  correction: { domain: ["CreativeWork"], range: ["CorrectionComment", "Text", "URL"] },
  dataFeedElement: { domain: ["DataFeed"], range: ["DataFeedItem", "Text", "Thing"] },
  dateCreated: { domain: ["CreativeWork", "DataFeedItem"], range: dates },
  dateModified: { domain: ["CreativeWork", "DataFeedItem"], range: dates },
  datePublished: { domain: ["CreativeWork"], range: dates },
  description: { domain: ["Thing"], range: ["Text"] },
  headline: { domain: ["CreativeWork"], range: ["Text"] },
  inLanguage: { domain: ["CreativeWork"], range: ["Text"] },
  isBasedOn: { domain: ["CreativeWork"], range: ["CreativeWork", "URL"] },
  item: { domain: ["DataFeedItem", "ListItem"], range: ["Thing"] },
  itemListElement: { domain: ["ItemList"], range: ["ListItem", "Text", "Thing"] },
  itemReviewed: { domain: ["Review"], range: ["Thing"] },
  name: { domain: ["Thing"], range: ["Text"] },
  numberOfItems: { domain: ["ItemList"], range: ["Number"] },
  position: { domain: ["CreativeWork", "ListItem"], range: ["Number", "Text"] },
  publisher: { domain: ["CreativeWork"], range: people },
  ratingExplanation: { domain: ["Rating"], range: ["Text"] },
  ratingValue: { domain: ["Rating"], range: ["Number", "Text"] },
  reviewBody: { domain: ["Review"], range: ["Text"] },
  reviewRating: { domain: ["Review"], range: ["Rating"] },
  text: { domain: ["CreativeWork"], range: ["Text"] },
  url: { domain: ["Thing"], range: ["URL"] },
  worstRating: { domain: ["Rating"], range: ["Number", "Text"] },
};

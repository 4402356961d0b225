import type { ClaimType } from "./claim";
import type { Dimensions } from "./check-worthiness";
import type { InsertedSpan } from "./inserted-words";

/** What a stretch of an article is. Only `body` yields claims. */
export const sentenceRoles = [
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "caption",
  "cross_link",
  "body",
] as const;
export type SentenceRole = (typeof sentenceRoles)[number];

/** How somebody's words are given: by the outlet itself, in quotation marks, in its words, in both, or as hearsay. */
export const attributionKinds = ["none", "direct", "indirect", "mixed", "hearsay"] as const;
export type AttributionKind = (typeof attributionKinds)[number];

export const attributionLabel: Record<AttributionKind, string> = {
  none: "By the outlet itself",
  direct: "In the speaker’s own words, quoted",
  indirect: "In the outlet’s words",
  mixed: "Partly quoted, partly in the outlet’s words",
  hearsay: "As hearsay; nobody is named",
};

export const sentenceRoleLabel: Record<SentenceRole, string> = {
  headline: "Heading",
  standfirst: "Standfirst",
  byline: "Byline",
  dateline: "Dateline",
  caption: "Caption",
  cross_link: "Link to another article",
  body: "Body",
};

/** Offsets count Unicode code points of the input; `end` is exclusive. */
export interface SplitSentence {
  text: string;
  start: number;
  end: number;
  role: SentenceRole;
  /** How much the sentence deserves a check, 0 to 1; 0 outside the body and in another language. */
  score: number;
  /** Whether it states anything that a check could settle. */
  checkable: boolean;
  /** Whether it hands on what somebody said, thought or reported. */
  attributed: boolean;
  /** Who, in words that stand in the article; null where the article does not tell. */
  speaker: string | null;
}

export interface SplitClaim {
  /** The claim rewritten so that it can be read alone. */
  statement: string;
  /** The words of the statement that do not stand in the quote. */
  inserted: InsertedSpan[];
  /** The exact words of the article: `text` between `start` and `end`. */
  quote: string;
  start: number;
  end: number;
  /** Who says it, in words that stand in the article; null when the outlet says it in its own voice. */
  claimant: string | null;
  attribution: AttributionKind;
  type: ClaimType;
  /** 0 to 1. */
  checkWorthiness: number;
  /** What the score is made of, for a person who weighs it otherwise. */
  dimensions: Dimensions;
  /** Why it scored so, in words. */
  reasons: string[];
  /** What a reader cannot know from the statement alone, such as an unresolved "he" or "last month". */
  needsContext: string[];
}

/** The contract of `cli -- split --json`. */
export interface SplitResult {
  /** ISO 639-1; "und" when there is too little to say. Claims are sought in English only. */
  language: string;
  sentences: SplitSentence[];
  claims: SplitClaim[];
}

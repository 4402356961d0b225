import type { ClaimType } from "./claim";

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

/** Offsets count Unicode code points of the input; `end` is exclusive. */
export interface SplitSentence {
  text: string;
  start: number;
  end: number;
  role: SentenceRole;
}

export interface SplitClaim {
  /** The claim rewritten so that it can be read alone. */
  statement: string;
  /** The exact words of the article: `text` between `start` and `end`. */
  quote: string;
  start: number;
  end: number;
  /** Who says it, in words that stand in the article; null when the outlet says it in its own voice. */
  claimant: string | null;
  type: ClaimType;
  /** 0 to 1. */
  checkWorthiness: number;
  /** Why it scored so, in words. */
  reasons: string[];
  /** What a reader cannot know from the statement alone, such as an unresolved "he" or "last month". */
  needsContext: string[];
}

/** The contract of `cli -- split --json`. */
export interface SplitResult {
  sentences: SplitSentence[];
  claims: SplitClaim[];
}

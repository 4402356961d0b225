import type { ClaimType, Priority } from "~/domain/claim/claim";
import type { ReadSource } from "~/domain/review/second-verdict";
import type { Rating } from "~/domain/verdict/rating";
import type { CompleteDraft, ReviewDraft } from "~/domain/verdict/verdict";

import type { DemoReviewer } from "../demo-people";

interface ClaimOfCase {
  /** Names the claim inside the case; stable between runs. */
  key: string;
  /** Exact words of the article, occurring once in it. */
  quote: string;
  /** The claim rewritten so that it can be read alone. */
  statement: string;
  /** Who says it, in words of the article; null when the outlet says it in its own voice. */
  claimant: string | null;
  type: ClaimType;
  /** The claim in at most 75 characters, without its rating. */
  shortClaim: string;
  lead: DemoReviewer;
  second: DemoReviewer;
  /** Days from the day of seeding; negative when the deadline has passed. */
  dueInDays?: number;
  priority: Priority;
  /** What it is about beside its article’s topics. */
  topics?: readonly string[];
}

export interface SecondVerdictOfCase {
  rating: Rating;
  reason: string;
  /** The listed sources that it rests on, and how each is read. */
  sources?: ReadSource[];
}

/** How far the case takes a claim, and what it needs to get there. */
type Progress =
  | {
      stage: "proposed" | "open";
      dismissalReason?: never;
      draft?: never;
      secondVerdict?: never;
    }
  | { stage: "dismissed"; dismissalReason: string; draft?: never; secondVerdict?: never }
  | { stage: "in_review"; draft: ReviewDraft; dismissalReason?: never; secondVerdict?: never }
  | { stage: "second_review"; draft: CompleteDraft; dismissalReason?: never; secondVerdict?: never }
  | {
      stage: "disputed" | "published";
      draft: CompleteDraft;
      secondVerdict: SecondVerdictOfCase;
      dismissalReason?: never;
    };

export type DemoClaim = ClaimOfCase & Progress;

export interface DemoCase {
  article: {
    title: string;
    byline: string | null;
    outlet: string;
    /** Civil date, YYYY-MM-DD. */
    publishedOn: string;
    sourceUrl: string | null;
    language: string;
  };
  claims: readonly DemoClaim[];
  /** The desk’s list of topics, and those of the article. */
  topics: { list: readonly string[]; article: readonly string[] };
  /** What stands above the published verdicts. */
  report: { headline: string; summary: string };
}

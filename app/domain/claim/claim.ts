import type { ClaimState } from "../review/workflow";
import type { Dimensions } from "./check-worthiness";
import type { DismissalKind } from "./dismissal";
import type { AttributionKind } from "./split-output";

/**
 * Where a claim stands in one article version: a W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) plus a
 * TextPositionSelector. `start` and `end` count Unicode code points; `end` is exclusive.
 */
export interface Anchor {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

export const claimTypes = [
  "event",
  "quote",
  "statistic",
  "status",
  "causal",
  "prediction",
  "opinion",
] as const;
export type ClaimType = (typeof claimTypes)[number];

export const claimTypeLabel: Record<ClaimType, string> = {
  event: "Event",
  quote: "Quote or attribution",
  statistic: "Statistic",
  status: "State of affairs",
  causal: "Cause",
  prediction: "Prediction",
  opinion: "Opinion",
};

export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

/** One checkable statement of an article, as the desk works on it. */
export interface Claim {
  id: string;
  articleId: string;
  articleVersionId: string;
  anchor: Anchor;
  /** The claim rewritten so that it can be read alone. */
  statement: string;
  /** Who says it; null when the outlet says it in its own voice. */
  claimant: string | null;
  type: ClaimType;
  /** How much it deserves a check, 0 to 1. */
  checkWorthiness: number;
  reasons: string[];
  /** What the check-worthiness is made of; null when no engine weighed the claim. */
  dimensions: Dimensions | null;
  /** How the article gives the claimant's words; null when a person proposed the claim. */
  attribution: AttributionKind | null;
  /** What a reader cannot know from the statement alone, such as an unresolved "he". */
  needsContext: string[];
  /** Who proposed it: the engine, or a person. */
  origin: "engine" | "person";
  state: ClaimState;
  /** Counts every change; a command says which version its author was looking at. */
  version: number;
  leadId: string | null;
  secondId: string | null;
  /** Who declared a conflict of interest: they have no part in it any more, and never get one again. */
  recusedIds: string[];
  /** Civil date, YYYY-MM-DD. */
  dueOn: string | null;
  priority: Priority;
  /** When it was last compared with what is known; null while that is still to come. ISO 8601. */
  comparedAt: string | null;
  dismissalReason: string | null;
  dismissalKind: DismissalKind | null;
  /** The language model that worded it or the claim it was split from, if one did; stays for ever. */
  model: string | null;
  /** When readers first saw a verdict on it; null before that. ISO 8601. */
  publishedAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** What the engine or a person proposes, before the desk has taken it up. */
export type ProposedClaim = Pick<
  Claim,
  | "anchor"
  | "statement"
  | "claimant"
  | "type"
  | "checkWorthiness"
  | "reasons"
  | "dimensions"
  | "attribution"
  | "needsContext"
>;

/** What stands in for the engine's reading of a claim that a person adds. */
export const addedByHand = {
  checkWorthiness: 0.5,
  reasons: ["added by hand"],
  dimensions: null,
  attribution: null,
  needsContext: [],
} satisfies Partial<ProposedClaim>;

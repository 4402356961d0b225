import type { ClaimState } from "../review/workflow";

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
  /** Who proposed it: the engine, or a person. */
  origin: "engine" | "person";
  state: ClaimState;
  /** Counts every change; a command says which version its author was looking at. */
  version: number;
  leadId: string | null;
  secondId: string | null;
  /** Civil date, YYYY-MM-DD. */
  dueOn: string | null;
  priority: Priority;
  dismissalReason: string | null;
  createdAt: string;
  updatedAt: string;
}

/** What the engine or a person proposes, before the desk has taken it up. */
export interface ProposedClaim {
  anchor: Anchor;
  statement: string;
  claimant: string | null;
  type: ClaimType;
  checkWorthiness: number;
  reasons: string[];
}

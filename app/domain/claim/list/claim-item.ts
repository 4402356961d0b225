import { z } from "zod";

import { claimStates } from "../../review/workflow";
import { claimTypes, priorities } from "../claim";

/** A claim in a list of the desk. No rating and nothing of its review: lists are read by those who must not know yet. */
export const claimItem = z.object({
  id: z.string(),
  version: z.number(),
  state: z.enum(claimStates),
  statement: z.string(),
  quote: z.string(),
  claimant: z.string().nullable(),
  type: z.enum(claimTypes),
  checkWorthiness: z.number(),
  priority: z.enum(priorities),
  articleId: z.string(),
  articleTitle: z.string(),
  outlet: z.string().nullable(),
  leadId: z.string().nullable(),
  leadName: z.string().nullable(),
  secondId: z.string().nullable(),
  secondName: z.string().nullable(),
  /** Who declared a conflict of interest, and takes no step with it. */
  recusedIds: z.array(z.string()),
  /** Civil date, YYYY-MM-DD. */
  dueOn: z.string().nullable(),
  /** What it is about, by its article or by itself, by name. */
  topics: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ClaimItem = z.infer<typeof claimItem>;

/** A claim that changed since the list was loaded, and whether it belongs to the list as it is now. */
export const changedItem = claimItem.extend({ matches: z.boolean() });
export type ChangedItem = z.infer<typeof changedItem>;

export const claimNews = z.object({
  /** The entry of the trail up to which this is told. */
  seq: z.number(),
  changed: z.array(changedItem),
  /** So much happened that the list is better loaded anew. */
  more: z.boolean(),
});
export type ClaimNews = z.infer<typeof claimNews>;

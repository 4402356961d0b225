/**
 * A claim's life: the one table of states and actions. The page's buttons ask it, the commands ask it,
 * and the database enforces the same rows (`workflow_transitions`; a test proves both identical).
 */
export const claimStates = [
  "proposed",
  "dismissed",
  "open",
  "in_review",
  "second_review",
  "disputed",
  "approved",
  "published",
  "being_corrected",
  "retracted",
] as const;
export type ClaimState = (typeof claimStates)[number];

export const claimActions = [
  "accept",
  "dismiss",
  "restore",
  "edit_statement",
  "split",
  "merge",
  "assign",
  "submit",
  "return",
  "decide",
  "sign_off",
  "adjudicate",
  "reopen",
  "publish",
  "correct",
  "uphold",
  "retract",
  "clear",
  "withdraw_clearance",
  "concede",
  "vote",
  "hand_over",
  "hand_over_second",
  "settle_by_one",
  "mend",
] as const;
export type ClaimAction = (typeof claimActions)[number];

/** In what capacity somebody acts on one claim. A person can have several. */
export const capacities = ["editor", "lead", "second"] as const;
export type Capacity = (typeof capacities)[number];

export interface Transition {
  from: ClaimState;
  action: ClaimAction;
  to: ClaimState;
  by: readonly Capacity[];
  reasonRequired: boolean;
}

const row = (
  from: ClaimState,
  action: ClaimAction,
  to: ClaimState,
  by: Capacity | readonly Capacity[],
  reason?: "reason",
): Transition => ({
  from,
  action,
  to,
  by: typeof by === "string" ? [by] : by,
  reasonRequired: reason === "reason",
});

/**
 * `decide` has two rows: the database chooses between them, because only it may compare the ratings. So has `vote`, of
 * which only the database knows whether it carries; and `concede`, which leaves the other side something to sign or not.
 */
export const transitions: readonly Transition[] = [
  row("proposed", "accept", "open", "editor"),
  row("proposed", "dismiss", "dismissed", "editor", "reason"),
  row("proposed", "edit_statement", "proposed", "editor"),
  row("proposed", "split", "dismissed", "editor"),
  row("proposed", "merge", "dismissed", "editor"),
  row("dismissed", "restore", "proposed", "editor"),
  row("open", "dismiss", "dismissed", "editor", "reason"),
  row("open", "edit_statement", "open", "editor"),
  row("open", "split", "dismissed", "editor"),
  row("open", "merge", "dismissed", "editor"),
  row("open", "assign", "in_review", "editor"),
  row("in_review", "assign", "in_review", "editor"),
  row("in_review", "dismiss", "dismissed", "editor", "reason"),
  row("in_review", "submit", "second_review", "lead"),
  row("second_review", "assign", "second_review", "editor"),
  row("second_review", "return", "in_review", ["second", "editor"], "reason"),
  row("second_review", "decide", "second_review", "second", "reason"),
  row("second_review", "decide", "disputed", "second", "reason"),
  row("second_review", "sign_off", "approved", "second"),
  row("disputed", "adjudicate", "approved", "editor", "reason"),
  row("disputed", "return", "in_review", "editor", "reason"),
  row("approved", "reopen", "in_review", "editor", "reason"),
  row("approved", "publish", "published", "editor"),
  row("published", "correct", "being_corrected", "editor", "reason"),
  row("published", "retract", "retracted", "editor", "reason"),
  row("published", "mend", "published", "editor", "reason"),
  row("being_corrected", "assign", "in_review", "editor"),
  row("being_corrected", "uphold", "published", "editor", "reason"),
  row("being_corrected", "retract", "retracted", "editor", "reason"),
  row("approved", "clear", "approved", "editor"),
  row("approved", "withdraw_clearance", "approved", "editor"),
  row("disputed", "concede", "second_review", "lead", "reason"),
  row("disputed", "concede", "approved", "second", "reason"),
  row("disputed", "vote", "disputed", "editor", "reason"),
  row("disputed", "vote", "approved", "editor", "reason"),
  // While a correction is under way; what was never published cannot be retracted.
  row("in_review", "retract", "retracted", "editor", "reason"),
  row("second_review", "retract", "retracted", "editor", "reason"),
  row("disputed", "retract", "retracted", "editor", "reason"),
  row("approved", "retract", "retracted", "editor", "reason"),
  row("in_review", "hand_over", "in_review", ["lead", "editor"], "reason"),
  row("in_review", "hand_over_second", "in_review", "second", "reason"),
  row("second_review", "hand_over_second", "second_review", "second", "reason"),
  row("disputed", "settle_by_one", "disputed", "editor", "reason"),
];

export const stateLabel: Record<ClaimState, string> = {
  proposed: "Proposed",
  dismissed: "Dismissed",
  open: "Open",
  in_review: "In review",
  second_review: "Second review",
  disputed: "Disputed",
  approved: "Approved",
  published: "Published",
  being_corrected: "Being corrected",
  retracted: "Retracted",
};

export const actionLabel: Record<ClaimAction, string> = {
  accept: "Accept",
  dismiss: "Dismiss",
  restore: "Restore",
  edit_statement: "Edit statement",
  split: "Split",
  merge: "Merge",
  assign: "Assign",
  submit: "Submit for second review",
  return: "Return to review",
  decide: "Give second verdict",
  sign_off: "Sign off",
  adjudicate: "Decide the dispute",
  reopen: "Reopen",
  publish: "Publish",
  correct: "Begin a correction",
  uphold: "Keep as published",
  retract: "Retract",
  clear: "Clear for publication",
  withdraw_clearance: "Withdraw the clearance",
  concede: "Move to the other’s rating",
  vote: "Vote on the dispute",
  hand_over: "Hand over",
  hand_over_second: "Hand over the second verdict",
  settle_by_one: "Give the dispute to one editor",
  mend: "Mend a typo",
};

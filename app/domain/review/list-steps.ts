import type { ClaimInReview } from "../people/permissions";
import { legalTransitions } from "../people/permissions";
import type { Person } from "../people/person";
import type { ClaimAction, ClaimState } from "./workflow";

/** The steps that can be taken from a list; the others need the claim's own page. */
export const listActions = ["accept", "assign", "dismiss", "restore", "return", "reopen"] as const;
export type ListAction = (typeof listActions)[number];

export interface ListStep {
  action: ListAction;
  to: ClaimState;
}

const isListAction = (action: ClaimAction): action is ListAction =>
  (listActions as readonly string[]).includes(action);

/** What this person may do with a claim from a list: rows of the workflow table, nothing else. */
export function listSteps(person: Person, claim: ClaimInReview): ListStep[] {
  return legalTransitions(person, claim).flatMap(({ action, to }) =>
    isListAction(action) ? [{ action, to }] : [],
  );
}

/** The step that brings a claim into this state, when there is one that is legal for this person. */
export function stepInto(person: Person, claim: ClaimInReview, state: ClaimState): ListStep | null {
  if (state === claim.state) return null;
  return listSteps(person, claim).find(({ to }) => to === state) ?? null;
}

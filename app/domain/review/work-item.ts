import type { Claim } from "../claim/claim";
import { may, mayTake, whyNotClear } from "../people/permissions";
import type { Person } from "../people/person";
import type { Approval } from "./clearance";
import { isShortOfVoters, type DisputeStanding } from "./dispute";

/** How many of the claims that wait for any editor a queue shows; all of them stand in the claim list. */
export const mostForAllEditors = 50;
/** How many of the claims that a person has in hand their queue shows: more than is worked through in weeks. */
export const mostForOne = 50;
/** How many published claims whose article changed a queue shows. */
export const mostDrifts = 30;
/** How many articles with claims to decide on a queue shows. */
export const mostToTriage = 30;

/** Why a claim waits for somebody, in the order in which it should be looked at. */
export const workKinds = [
  "adjudicate",
  "vote_short",
  "vote",
  "reassign",
  "decide",
  "sign_off",
  "clear",
  "publish",
  "correct",
  "lead",
  "await_second",
  "await_lead",
  "await_votes",
  "await_editor",
] as const;
export type WorkKind = (typeof workKinds)[number];

export interface WorkItem {
  claim: Claim;
  kind: WorkKind;
  /** Whether the next step is this person's own. */
  mine: boolean;
  /** Of a vote that too few editors are free for: how many are. */
  fewVoters?: number | undefined;
}

export const workLabel: Record<WorkKind, string> = {
  adjudicate: "Decide the dispute",
  vote_short: "Too few editors to vote",
  vote: "Vote on the disputed claim",
  reassign: "Assign it again",
  decide: "Give the second verdict",
  sign_off: "Read and sign off",
  clear: "Approved: read and clear",
  publish: "Approved: publish",
  correct: "Assign the correction",
  lead: "Write the verdict",
  await_second: "Waits for the second reviewer",
  await_lead: "Waits for the lead",
  await_votes: "Three editors vote",
  await_editor: "Waits for an editor’s decision",
};

/**
 * What this claim asks of this person; null when nothing.
 *
 * @param revealed whether this person, as second reviewer, has decided on the latest version already.
 * @param approval for an approved claim: whether it is cleared, and who signed it; null when that is not asked.
 * @param dispute for a disputed claim: how it is settled; null where one editor settles all disputes.
 */
export function workItem(
  person: Person,
  claim: Claim,
  revealed: boolean,
  approval: Approval | null = null,
  dispute: DisputeStanding | null = null,
): WorkItem | null {
  const item = (kind: WorkKind, mine: boolean): WorkItem => ({ claim, kind, mine });
  const lead = claim.leadId === person.id;
  const second = claim.secondId === person.id;
  const lacksSomebody = claim.leadId === null || claim.secondId === null;
  const underReview = claim.state === "in_review" || claim.state === "second_review";
  if (underReview && lacksSomebody && !lead && !second) {
    return mayTake(person, claim, "assign") ? item("reassign", true) : null;
  }
  switch (claim.state) {
    case "in_review":
      if (lead) return item("lead", true);
      return second ? item("await_lead", false) : null;
    case "second_review":
      if (second) return item(revealed ? "sign_off" : "decide", true);
      return lead ? item("await_second", false) : null;
    case "being_corrected":
      return mayTake(person, claim, "assign") ? item("correct", true) : null;
    case "disputed":
      return disputeItem(person, claim, dispute);
    case "approved":
      if (approval?.isCleared === false && whyNotClear(person, claim, approval.signedBy) === null) {
        return item("clear", true);
      }
      return mayTake(person, claim, "publish") && !lead && !second ? item("publish", true) : null;
    default:
      return null;
  }
}

/** What a dispute asks: a decision, a vote, or patience. Nothing here tells how many have voted, or for what. */
function disputeItem(person: Person, claim: Claim, dispute: DisputeStanding | null) {
  const byVote = dispute?.way === "vote";
  const fewVoters =
    byVote && isShortOfVoters(dispute.voters) ? { fewVoters: dispute.voters } : undefined;
  const item = (kind: WorkKind, mine: boolean): WorkItem => ({ claim, kind, mine, ...fewVoters });
  if (claim.leadId === person.id || claim.secondId === person.id) {
    return item(byVote ? "await_votes" : "await_editor", false);
  }
  if (!mayTake(person, claim, "adjudicate")) return null;
  if (!byVote) return item("adjudicate", true);
  if (fewVoters && may(person, "dispute.give_to_one")) return item("vote_short", true);
  return dispute.voted ? item("await_votes", false) : item("vote", true);
}

const priorityOrder = { high: 0, normal: 1, low: 2 };

/** What is mine first; then by deadline, the ones without last; then priority; then the longest untouched. */
export function inOrderOfWork(items: WorkItem[]): WorkItem[] {
  return items.toSorted(
    (a, b) =>
      Number(b.mine) - Number(a.mine) ||
      (a.claim.dueOn ?? "9999").localeCompare(b.claim.dueOn ?? "9999") ||
      priorityOrder[a.claim.priority] - priorityOrder[b.claim.priority] ||
      a.claim.updatedAt.localeCompare(b.claim.updatedAt),
  );
}

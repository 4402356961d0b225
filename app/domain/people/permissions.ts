import type { Claim } from "../claim/claim";
import { uncleared, type Approval, type ClearObstacle } from "../review/clearance";
import {
  transitions,
  type Capacity,
  type ClaimAction,
  type ClaimState,
  type Transition,
} from "../review/workflow";
import { isShortOfVoters } from "../review/dispute";
import type { DisputeWay } from "../review/review-rules";
import { roleAtLeast, type Person, type Role } from "./person";

/** What belongs to the desk as a whole. One line each; pages, actions and sockets ask `may`. */
const leastRole = {
  "desk.enter": "reviewer",
  "article.read": "reviewer",
  "article.create": "editor",
  "article.split": "editor",
  "claim.propose": "editor",
  "claim.suggest": "editor",
  "claim.assign": "editor",
  "view.share": "editor",
  "claim.compare": "reviewer",
  "checks.import": "editor",
  "report.publish": "editor",
  /** To let one person do what two should, with a written reason that readers see. */
  "duties.except": "admin",
  /** To take a report from readers, who are told why, and to give it back. */
  "report.unpublish": "editor",
  /** To publish although a check of the publish gate is not met, with a written reason that readers see. */
  "report.override": "admin",
  "audit.read": "reviewer",
  "reminders.set": "admin",
  /** To see who has how much in hand and who met last, when a claim is given or handed over. */
  "assignment.advice": "reviewer",
  "insights.read": "editor",
  "desk.administer": "admin",
  /** To write the pages on which the desk says who it is and how it works. */
  "site.write": "admin",
  "people.manage": "admin",
  "practice.take": "reviewer",
  /** To make settled claims practice cases, and to see who practised and how. */
  "practice.oversee": "editor",
  /** The lane in which editors read approved verdicts once more and clear them. */
  "approval.read": "editor",
  "approval.require": "admin",
  "work.limit": "editor",
  "article.look_again": "reviewer",
  "article.watch": "editor",
  /** To keep one capture from readers, whatever the desk offers them. */
  "capture.withhold": "editor",
  /** To decide what a change of the article means for a claim. */
  "drift.settle": "editor",
  /** To give a dispute that too few editors are free to vote on to one of them, with a written reason. */
  "dispute.give_to_one": "admin",
  /** To watch feeds and to decide on what they bring. */
  "feed.manage": "editor",
  /** To read what readers report of published verdicts, and to say what came of it. */
  "error_report.settle": "editor",
  /** To say of what kind a correction is that is under way. */
  "correction.classify": "editor",
  /** To know how many readers follow a verdict; who they are, nobody reads. */
  "follower.count": "editor",
  /** To ask for a retraction, which takes a second person, an editor, to carry out. */
  "retraction.ask": "reviewer",
  /** To make tokens with which programs take articles in, with their maker’s rights. */
  "token.manage": "editor",
  /** To have other programs told what readers are told. */
  "webhook.manage": "admin",
  /** To keep the desk’s list of topics. */
  "topic.manage": "editor",
  /** To say what articles and claims are about. */
  "topic.set": "editor",
} as const satisfies Record<string, Role>;

export type DeskPermission = keyof typeof leastRole;

export function may(person: Person | null, permission: DeskPermission): boolean {
  return person !== null && roleAtLeast(person.role, leastRole[permission]);
}

/** The parts of a claim that decide who may do what with it. */
export type ClaimInReview = Pick<Claim, "state" | "leadId" | "secondId" | "recusedIds">;

/** Whether this person declared a conflict of interest on this claim. */
export const isRecused = ({ id }: Person, { recusedIds }: ClaimInReview): boolean =>
  recusedIds.includes(id);

/** Whether this person can declare one: whoever could be given a part in the claim. */
export const mayDeclareConflict = (person: Person, claim: ClaimInReview): boolean =>
  may(person, "desk.enter") && !isRecused(person, claim);

/** Whether this person can take the lead of a claim that is offered: whoever has no part in it and no conflict of interest. */
export const mayTakeOver = (person: Person, claim: ClaimInReview): boolean =>
  may(person, "desk.enter") &&
  claim.state === "in_review" &&
  claim.leadId !== person.id &&
  claim.secondId !== person.id &&
  !isRecused(person, claim);

/** Whether this person can say what a claim is about: as they could triage it, so not with a conflict of interest. */
export const maySetTopics = (person: Person, claim: ClaimInReview): boolean =>
  may(person, "topic.set") && !isRecused(person, claim);

/** In which capacities this person stands to this claim. */
export function capacitiesOf(person: Person, claim: ClaimInReview): Capacity[] {
  if (isRecused(person, claim)) return [];
  const held: Capacity[] = [];
  if (roleAtLeast(person.role, "editor")) held.push("editor");
  if (roleAtLeast(person.role, "reviewer")) {
    if (claim.leadId === person.id) held.push("lead");
    if (claim.secondId === person.id) held.push("second");
  }
  return held;
}

/** The rows of the workflow table that this person may take from here. */
export function legalTransitions(person: Person, claim: ClaimInReview): Transition[] {
  const held = capacitiesOf(person, claim);
  return transitions.filter(
    (row) => row.from === claim.state && row.by.some((capacity) => held.includes(capacity)),
  );
}

export function mayTake(person: Person, claim: ClaimInReview, action: ClaimAction): boolean {
  return legalTransitions(person, claim).some((row) => row.action === action);
}

/**
 * The actions that a page offers this person now: the legal ones, less those that the second verdict's order rules
 * out, less settling a dispute that one is part of, less dismissing what was published, retracting what was not, and
 * handing over what nobody has. The database refuses the same.
 *
 * @param decided whether the second verdict on the submitted version has been given.
 * @param facts of an approved claim: whether it is cleared, and who signed it; of a disputed one: who settles it, and of how
 * many editors the vote is, null where that is not known.
 */
export function offeredActions(
  person: Person,
  claim: ClaimInReview & Pick<Claim, "publishedAt">,
  decided: boolean,
  {
    approval = uncleared,
    disputes = "editor",
    voters = null,
  }: { approval?: Approval; disputes?: DisputeWay; voters?: number | null } = {},
): ClaimAction[] {
  const isSecond = claim.secondId === person.id;
  const legal = new Set(legalTransitions(person, claim).map(({ action }) => action));
  legal.delete(decided ? "decide" : "sign_off");
  // Who decides instead is not for the second reviewer to choose, and nobody's choice once the decision is there.
  if (claim.state === "second_review" && (decided || isSecond)) legal.delete("assign");
  // What readers have seen is corrected or retracted, never laid aside in silence.
  legal.delete(claim.publishedAt === null ? "retract" : "dismiss");
  if (claim.leadId === null) legal.delete("hand_over");
  if (claim.state === "second_review" && decided) legal.delete("hand_over_second");
  if (isSecond || claim.leadId === person.id) {
    for (const action of ["adjudicate", "vote", "settle_by_one", "publish"] as const) {
      legal.delete(action);
    }
  }
  legal.delete(approval.isCleared ? "clear" : "withdraw_clearance");
  if (whyNotClear(person, claim, approval.signedBy) !== null) {
    legal.delete("clear");
    if (approval.clearedBy !== person.id) legal.delete("withdraw_clearance");
  }
  legal.delete(disputes === "vote" ? "adjudicate" : "vote");
  const isStuck = disputes === "vote" && voters !== null && isShortOfVoters(voters);
  if (!isStuck || !may(person, "dispute.give_to_one")) legal.delete("settle_by_one");
  return [...legal];
}

/**
 * What keeps this person from clearing an approved verdict, or from taking its clearance back; null when nothing does.
 * As for publishing: whoever checked it or signed it does not clear it.
 *
 * @param signedBy who signed it, as second reviewer or by settling a dispute.
 */
export function whyNotClear(
  person: Person,
  claim: Pick<ClaimInReview, "leadId" | "secondId" | "recusedIds">,
  signedBy: readonly string[],
): ClearObstacle | null {
  if (!may(person, "approval.read")) return "role";
  if (claim.recusedIds.includes(person.id)) return "conflict";
  if (claim.leadId === person.id) return "lead";
  if (claim.secondId === person.id) return "second";
  return signedBy.includes(person.id) ? "signed" : null;
}

/** States in which the live review document can be seen at all, and those in which it can be written. */
const readable: readonly ClaimState[] = [
  "in_review",
  "second_review",
  "disputed",
  "approved",
  "published",
  "being_corrected",
  "retracted",
];
const writable: readonly ClaimState[] = ["in_review"];

/** Whether there is a review in this state, and so a room that people may be in. */
export const hasReview = (state: ClaimState): boolean => readable.includes(state);

/**
 * What a person gets of a claim's review: `write`, `comment` and `read` mean the live document, of which `comment` lets
 * them take part in the discussion and change nothing else; `blind` means the frozen, redacted view of a second reviewer
 * who has not decided yet; `none` means nothing of it.
 *
 * The discussion is part of the live document, so whoever is blind to the one is blind to the other: a second reviewer
 * reads and writes comments only between their own verdict and their signature.
 *
 * @param revealed whether this person, as second reviewer, has already decided on the submitted version.
 */
export type ReviewAccess = "none" | "blind" | "read" | "comment" | "write";

export function reviewAccess(
  person: Person | null,
  claim: ClaimInReview,
  revealed: boolean,
): ReviewAccess {
  if (person === null || !may(person, "desk.enter")) return "none";
  if (!readable.includes(claim.state) || isRecused(person, claim)) return "none";
  if (claim.secondId === person.id) {
    if (claim.state === "in_review") return "blind";
    if (claim.state !== "second_review") return "read";
    return revealed ? "comment" : "blind";
  }
  // Whoever might still be asked to decide must not have read what is to be decided on.
  const isPart = claim.leadId === person.id || roleAtLeast(person.role, "editor");
  if (claim.state === "second_review" && !isPart) return "none";
  return writable.includes(claim.state) ? "write" : "read";
}

/** What is left of an access while the desk is read-only: whoever may read may still read. */
export function whileReadOnly(access: ReviewAccess): ReviewAccess {
  return access === "write" || access === "comment" ? "read" : access;
}

/** A right to the live document. */
export type DocumentRight = Extract<ReviewAccess, "read" | "comment" | "write">;

/** The right to the live document that this access holds; null when it holds none. */
export function documentRight(access: ReviewAccess): DocumentRight | null {
  return access === "read" || access === "comment" || access === "write" ? access : null;
}

/**
 * Whether this access lets somebody see how the review came about, and what is new in it since they last looked: whoever
 * may read it as it is, so nobody who has yet to decide.
 */
export const mayReadHistory = (access: ReviewAccess): boolean => documentRight(access) !== null;

export const mayComment = (access: ReviewAccess): boolean =>
  access === "comment" || access === "write";

/** A dispute is discussed by the two whose verdicts differ and by the editors. */
export const mayDiscussDispute = (person: Person, claim: ClaimInReview): boolean =>
  claim.state === "disputed" && capacitiesOf(person, claim).length > 0;

/** Help is asked for by who can write, and given by who can read. */
export const mayAskForHelp = (access: ReviewAccess): boolean => access === "write";
export const mayAnswerHelp = (access: ReviewAccess): boolean => documentRight(access) !== null;

/** The colleagues who can read a mention now. Nobody who must not be drawn into the discussion before deciding. */
export function mentionable(people: readonly Person[], claim: ClaimInReview): Person[] {
  return people.filter((person) => documentRight(reviewAccess(person, claim, false)) !== null);
}

/**
 * Whether this person may ask experts about a claim, by links, and take their answers into the evidence: its lead and the
 * editors, where they may write in the review.
 */
export const mayAskExperts = (
  person: Person,
  claim: ClaimInReview,
  access: ReviewAccess,
): boolean => access === "write" && isAsking(person, claim);

/** Whether this person sees whom the desk asked: the lead and the editors, where they may read the review. */
export const maySeeExperts = (
  person: Person,
  claim: ClaimInReview,
  access: ReviewAccess,
): boolean => documentRight(access) !== null && isAsking(person, claim);

/** What experts answered is read by whoever may read the review, so by nobody who has yet to decide. */
export const mayReadExpertAnswers = (access: ReviewAccess): boolean =>
  documentRight(access) !== null;

const isAsking = ({ id, role }: Person, { leadId }: ClaimInReview): boolean =>
  leadId === id || roleAtLeast(role, "editor");
/** The right of reply is recorded by the lead and the editors, as far as they may read the review. */
export const mayRecordReply = (
  person: Person,
  claim: ClaimInReview,
  access: ReviewAccess,
): boolean =>
  documentRight(access) !== null &&
  (claim.leadId === person.id || roleAtLeast(person.role, "editor"));

import { isAuditAction, type AuditAction } from "./describe-event";

/** In what capacity somebody took a step, as readers are told it. */
export type PublicCapacity = "lead" | "second" | "editor";

const people: Record<PublicCapacity, string> = {
  lead: "The lead reviewer",
  second: "The second reviewer",
  editor: "An editor",
};

const steps: Record<AuditAction, string> = {
  "article.created": "created the article",
  "article.version_saved": "saved the article’s text",
  "claim.proposed": "proposed the claim",
  "claim.accepted": "accepted the claim for checking",
  "claim.dismissed": "dismissed the claim",
  "claim.restored": "took the dismissed claim back",
  "claim.suggestion_made": "had a language model suggest a wording",
  "claim.statement_edited": "reworded the claim",
  "claim.split": "split the claim",
  "claim.merged": "merged the claim into another",
  "claim.match_confirmed": "confirmed that the claim had been checked before",
  "claim.match_rejected": "ruled out that the claim had been checked before",
  "checks.imported": "took in checks of others",
  "claim.assigned": "assigned the claim",
  "claim.offered": "offered the claim to other fact-checkers",
  "claim.offer_ended": "took the offer of the claim back",
  "review.row_set_aside": "set a damaged part of the review aside",
  "review.write_refused": "had a write in the review refused",
  "review.help_asked": "asked for help with the review",
  "review.help_answered": "answered a question of the review",
  "review.submitted": "submitted the verdict",
  "review.returned": "returned the verdict for more work",
  "review.second_verdict": "gave the second verdict",
  "review.signed_off": "signed the verdict",
  "review.adjudicated": "decided between two differing verdicts",
  "review.reopened": "reopened the review, which voided its signatures",
  "review.signature_voided": "voided a signature",
  "claim.published": "published the verdict",
  "claim.recused": "declared a conflict of interest",
  "claim.correction_begun": "began a correction of the verdict",
  "claim.upheld": "kept the verdict as published",
  "claim.retracted": "retracted the verdict",
  "report.published": "published the report",
  "person.role_changed": "changed a role",
  "person.work_limit_set": "set how many claims at once are enough for a person",
  "desk.view_saved": "saved a view of the claim list",
  "desk.view_removed": "removed a view of the claim list",
  "desk.reminders_set": "set when the desk reminds people",
  "person.invited": "invited somebody",
  "person.invite_revoked": "took an invitation back",
  "person.joined": "joined the desk",
  "person.disabled": "disabled an account",
  "person.enabled": "enabled an account",
  "person.byline_changed": "changed a byline",
  "desk.read_only_set": "made the desk read-only",
  "desk.read_only_lifted": "opened the desk for writing again",
  "review.handed_over": "handed the review over to a colleague",
  "review.second_handed_over": "handed the second verdict over to a colleague",
  "claim.taken_over": "took the review over",
  "desk.work_limit_set": "set how many claims at once are enough for everybody",
};

/** A step of a published report's trail as one sentence, with no name in it. */
export function describePublicStep(action: string, capacity: PublicCapacity): string {
  const what = isAuditAction(action) ? steps[action] : `recorded “${action}”`;
  return `${people[capacity]} ${what}.`;
}

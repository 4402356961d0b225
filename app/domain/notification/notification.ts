import { civilDateWords } from "../calendar/date-words";
import type { NotificationKind } from "./rules";

/** One thing that one person is told. */
export interface Notification {
  id: string;
  /** Counts up; the newest has the highest. */
  seq: number;
  kind: NotificationKind;
  claimId: string;
  /** Who did it, by id; null when the desk itself tells, such as of a deadline. */
  by: string | null;
  /** The comment in which somebody is mentioned, or which proposed a change. */
  commentId: string | null;
  /** Civil date, YYYY-MM-DD, where it matters. */
  dueOn: string | null;
  /** What was written for this person when a review was handed over. */
  note: string | null;
  at: string;
  readAt: string | null;
}

/** What the words are made of. */
export interface Told
  extends Pick<Notification, "kind" | "dueOn">, Partial<Pick<Notification, "note">> {
  statement: string;
  byName: string | null;
}

/** The claim in a line: cut at a word, with an ellipsis where something is left out. */
export function shortStatement(statement: string, most = 90): string {
  const text = statement.replaceAll(/\s+/g, " ").trim();
  const letters = [...text];
  if (letters.length <= most) return text;
  const cut = letters.slice(0, most).join("");
  const space = cut.lastIndexOf(" ");
  const whole = letters[most] === " " || space < most / 2 ? cut : cut.slice(0, space);
  return `${whole.replace(/[\s,;:.–-]+$/, "")}…`;
}

/**
 * What happened, in one sentence without the claim. Says nothing of ratings or reasons: whoever may read those finds
 * them in the claim's room. What was written for this very person, when a review was handed over, is quoted.
 */
export function whatHappened({
  kind,
  byName,
  dueOn,
  note = null,
}: Omit<Told, "statement">): string {
  const who = byName ?? "The desk";
  const date = dueOn === null ? "today" : civilDateWords(dueOn);
  switch (kind) {
    case "assigned":
      return `${who} assigned you to a claim${dueOn === null ? "" : `, due ${date}`}.`;
    case "submitted":
      return `${who} submitted a verdict; your second verdict is next.`;
    case "returned":
      return `${who} returned the review to you.`;
    case "disputed":
      return "The two verdicts on a claim differ; the editors have to settle it.";
    case "approved":
      return `${who} approved a claim that you worked on.`;
    case "published":
      return `${who} published a claim that you worked on.`;
    case "signature_void":
      return `${who} reopened a review, which voided its signature.`;
    case "mentioned":
      return `${who} mentioned you in a comment.`;
    case "proposal_accepted":
      return `${who} accepted the change that you proposed.`;
    case "proposal_declined":
      return `${who} declined the change that you proposed.`;
    case "due_soon":
      return `A claim is due within 24 hours, at the end of ${date} (UTC).`;
    case "overdue":
      return `A claim is overdue: it was due on ${date}.`;
    case "idle":
      return "Nobody has worked for days on a claim whose next step is yours.";
    case "offered":
      return "A claim that nobody works on is now offered to other fact-checkers.";
    case "expert_answered":
      return "A guest expert answered the desk’s question about a claim.";
    case "remarked":
      return `${who} said something about a dispute that you are part of.`;
    case "conceded":
      return `${who} moved to the other’s rating in a dispute.`;
    case "handed_over":
      return `${who} handed a review over to you${note === null ? "." : `: “${note}”`}`;
    case "relieved":
      return `Through ${who}, somebody else has your part in a claim now.`;
    case "article_changed":
      return "The article behind a claim does not say any more what it said.";
    case "vote_asked":
      return "The two verdicts on a claim differ; your vote is asked for, as one of three editors.";
    case "cleared":
      return `${who} cleared a verdict that you worked on for publication.`;
    case "clearance_ended":
      return `Through ${who}, a verdict is not cleared for publication any more.`;
    case "retracted":
      return `${who} retracted a published verdict that you worked on. What was written is kept.`;
    case "seat_emptied":
      return `${who} declared a conflict of interest; a claim has to be assigned again.`;
    case "stalled":
      return "Nobody has done anything for days about a claim; it needs an editor.";
    case "editors_due_soon":
      return `A claim that waits for the editors is due within 24 hours, at the end of ${date} (UTC).`;
    case "editors_overdue":
      return `A claim that waits for the editors is overdue: it was due on ${date}.`;
    case "webhook_given_up":
      return "Another program could not be told for days what readers are told; its webhook is paused.";
    case "embargo_failed":
      return "A report was not published at the time that was set for it: the publish gate was not open.";
  }
}

export const kindLabel: Record<NotificationKind, string> = {
  assigned: "You are assigned to a claim",
  submitted: "Your second verdict is awaited",
  returned: "A review is returned to you",
  disputed: "Two verdicts differ",
  approved: "A claim of yours is approved",
  published: "A claim of yours is published",
  signature_void: "A signature becomes void",
  mentioned: "Somebody mentions you",
  proposal_accepted: "Your proposed change is accepted",
  proposal_declined: "Your proposed change is declined",
  due_soon: "A claim is due within 24 hours",
  overdue: "A claim is overdue",
  idle: "Nobody works on a claim whose next step is yours",
  offered: "An idle claim is offered to others",
  expert_answered: "A guest expert has answered",
  remarked: "Somebody speaks in a dispute of yours",
  conceded: "A dispute of yours is settled between the two",
  handed_over: "A review is handed over to you",
  relieved: "Somebody else has your part in a claim",
  article_changed: "The article behind a claim changes its words",
  vote_asked: "Your vote on a dispute is asked for",
  cleared: "A claim of yours is cleared for publication",
  clearance_ended: "A clearance of yours, or of a claim of yours, ends",
  retracted: "A verdict of yours is retracted",
  seat_emptied: "A claim has to be assigned again",
  stalled: "Nobody does anything about a claim that needs an editor",
  editors_due_soon: "A claim that waits for the editors is due within 24 hours",
  editors_overdue: "A claim that waits for the editors is overdue",
  webhook_given_up: "A webhook is paused because nothing could be sent",
  embargo_failed: "A report is not published at the time that was set for it",
};

/** Where the notification leads. */
export const notificationPath = ({
  kind,
  claimId,
  commentId,
}: Pick<Notification, "kind" | "claimId" | "commentId">) =>
  kind === "webhook_given_up"
    ? "/desk/webhooks"
    : `/desk/claims/${claimId}${commentId === null ? "" : `#comment-${commentId}`}`;

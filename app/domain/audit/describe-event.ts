import type { AuditEvent } from "./audit-event";
import { articleEvents } from "./events/article";
import { assignmentEvents } from "./events/assignment";
import { claimEvents } from "./events/claim";
import { deskEvents } from "./events/desk";
import { disputeEvents } from "./events/dispute";
import { evidenceEvents } from "./events/evidence";
import { intakeEvents } from "./events/intake";
import { outsideEvents } from "./events/outside";
import { peopleEvents } from "./events/people";
import { publicationEvents } from "./events/publication";
import { reviewEvents } from "./events/review";
import { topicEvents } from "./events/topic";
import { Details, type Sentences } from "./events/details";

const sentences = {
  ...articleEvents,
  ...claimEvents,
  ...assignmentEvents,
  ...reviewEvents,
  ...disputeEvents,
  ...outsideEvents,
  ...evidenceEvents,
  ...publicationEvents,
  ...intakeEvents,
  ...peopleEvents,
  ...deskEvents,
  ...topicEvents,
} satisfies Sentences;

export type AuditAction = keyof typeof sentences;
export const auditActions = Object.keys(sentences) as AuditAction[];

/** An event as one sentence: who did what. Reasons are quoted; what the payload does not hold is left unsaid. */
export function describeEvent(event: AuditEvent): string {
  const nobody = byExperts.has(event.action) ? "A guest expert" : "The system";
  const who = event.actorName ?? (event.actorId === null ? nobody : "Somebody");
  const payload = new Details(event.payload);
  const what = isAuditAction(event.action)
    ? sentences[event.action](payload)
    : `recorded “${event.action}” on the ${event.entity}`;
  // A quotation that ends its own sentence ends this one too.
  return `${who} ${what}${/[.!?…]”$/.test(what) ? "" : "."}`;
}

/** Done by somebody from outside, who has no account and is not named in the trail. */
const byExperts: ReadonlySet<string> = new Set(["review.expert_opened", "review.expert_answered"]);

export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(sentences, action);
}

import { Link } from "@remix-run/react";
import { FileX } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import type { WorkItem, WorkKind } from "~/domain/review/work-item";
import { workLabel } from "~/domain/review/work-item";
import { shortOfVotersWords, wayOutOfShortVote } from "~/domain/review/dispute";

import { Deadline, PriorityBadge } from "./deadline";
import { HelpBadge } from "./help-request";
import { PeopleHere } from "./people-here";

export interface QueueItem extends WorkItem {
  articleTitle: string;
  leadName: string | null;
  secondName: string | null;
  /** It was signed, and the signature holds no more; as far as who reads it may know. */
  hasVoidSignature: boolean;
}

export interface QueueRowProps {
  item: QueueItem;
  today: string;
  /** Its writers wait for a colleague's answer. */
  needsHelp?: boolean;
}

/** One claim of the queue: the step, the claim, why it waits, and by when. */
export function QueueRow({ item, today, needsHelp = false }: QueueRowProps) {
  const { claim, kind, mine } = item;
  const to = addressOf(item);
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span className="flex items-start justify-between gap-1.5 md:flex-col md:justify-start">
        <span className={mine ? "font-semibold text-accent-strong" : "text-muted"}>
          {workLabel[kind]}
        </span>
        <PeopleHere claimId={claim.id} />
      </span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={to}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {claim.statement}
        </Link>
        <span className="text-sm text-muted">
          {why(kind, item.leadName ?? "The lead", item.secondName ?? "the second reviewer")}
        </span>
        {item.fewVoters === undefined ? null : (
          <span className="text-sm text-warning">
            {shortOfVotersWords(item.fewVoters)}{" "}
            {kind === "vote_short"
              ? "You can give this dispute to one editor, with a written reason, or invite another editor."
              : wayOutOfShortVote}
          </span>
        )}
        {item.articleTitle === "" ? null : (
          <span className="text-sm text-muted">In “{item.articleTitle}”</span>
        )}
      </span>
      <span className="flex flex-wrap items-start gap-2 md:flex-col">
        <Deadline dueOn={claim.dueOn} today={today} />
        <PriorityBadge priority={claim.priority} />
        {needsHelp ? <HelpBadge /> : null}
        {item.hasVoidSignature ? <VoidSignature claim={claim} /> : null}
      </span>
    </li>
  );
}

/** Leads to what is said of it in the room, where the changes since it was given can be seen. */
const VoidSignature = ({ claim: { id, statement } }: Pick<QueueItem, "claim">) => (
  <Link to={`/desk/claims/${id}#signature`} className="relative rounded-sm">
    <Badge tone="warning" icon={FileX}>
      Signature void
    </Badge>
    <span className="sr-only">: what changed since it was given, for {statement}</span>
  </Link>
);

function addressOf({ claim, kind }: QueueItem): string {
  if (kind === "publish") return `/desk/articles/${claim.articleId}/publish`;
  return kind === "clear" ? `/desk/approvals/${claim.id}` : `/desk/claims/${claim.id}`;
}

function why(kind: WorkKind, lead: string, second: string): string {
  switch (kind) {
    case "adjudicate":
      return `${lead} and ${second} came to different ratings.`;
    case "vote":
      return `${lead} and ${second} came to different ratings. Three editors vote, each before seeing the others’ votes.`;
    case "vote_short":
      return `${lead} and ${second} came to different ratings, and three editors are to vote.`;
    case "await_votes":
      return `${lead} and ${second} came to different ratings. Two equal votes of three editors who took no part settle it.`;
    case "await_editor":
      return `${lead} and ${second} came to different ratings. An editor who took no part decides, unless one of the two moves to the other’s rating.`;
    case "reassign":
      return "Somebody declared a conflict of interest, and the claim needs another in their place.";
    case "correct":
      return "It is published with word that it is being corrected. Its review begins when you assign it.";
    case "decide":
      return `${lead} has submitted a verdict. You decide before you see it.`;
    case "sign_off":
      return "You came to the same rating. Read the whole verdict and sign it, or return it.";
    case "clear":
      return "Signed. Read it once more: clear it for publication, or return it with a reason.";
    case "publish":
      return "Signed. It stands in no report yet.";
    case "lead":
      return `You lead. ${capital(second)} decides after you.`;
    case "await_second":
      return `You have submitted. ${capital(second)} decides without seeing your verdict.`;
    case "await_lead":
      return `${lead} is writing. You decide when it is submitted, without seeing it.`;
  }
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

import { Check, Undo2, X } from "lucide-react";
import { useState } from "react";

import type { AcceptOutcome } from "~/collab/comments/accept-proposal";
import type { ShownThread } from "~/collab/comments/discussion-watch";
import { isUndivided } from "~/collab/comments/proposal-anchor";
import { Button } from "~/components/ui/button";
import type { ProposalThread } from "~/domain/review/discussion";

import { useDiscussion } from "./discussion-context";
import { hasDrifted } from "./proposed-change";

export interface ProposalActionsProps {
  thread: ShownThread & ProposalThread;
  onDecline: () => void;
  /** Called before the thread goes from the list that it stands in. */
  onLeave: () => void;
}

const refusals: Record<Exclude<AcceptOutcome, "accepted">, string> = {
  settled: "Not accepted: somebody has decided on this proposal meanwhile.",
  gone: "Not accepted: the words were deleted.",
  divided: "Not accepted: the words stand in several paragraphs now.",
  changed: "Not accepted: the words have changed just now. Look again.",
};

/** What can be done with an open proposal: accepted and declined by who may write, withdrawn by who made it. */
export function ProposalActions({ thread, onDecline, onLeave }: ProposalActionsProps) {
  const { mayDecide, person, write, announce } = useDiscussion();
  const { id, comments, wordsNow } = thread;
  const isOwn = comments[0]?.author === person.id;
  return (
    <>
      {mayDecide && wordsNow !== null && isUndivided(wordsNow) ? (
        // What was asked about these words is not asked about others.
        <AcceptButton key={wordsNow} thread={thread} seen={wordsNow} onLeave={onLeave} />
      ) : null}
      {mayDecide && !isOwn ? (
        <Button type="button" size="small" icon={X} onClick={onDecline}>
          Decline
        </Button>
      ) : null}
      {isOwn ? (
        <Button
          type="button"
          size="small"
          icon={Undo2}
          onClick={() => {
            onLeave();
            write.withdraw(id);
            announce("Proposal withdrawn.");
          }}
        >
          Withdraw
        </Button>
      ) : null}
    </>
  );
}

interface AcceptButtonProps extends Pick<ProposalActionsProps, "thread" | "onLeave"> {
  seen: string;
}

/** Asks once more where the words are no longer those for which others were proposed. */
function AcceptButton({ thread, seen, onLeave }: AcceptButtonProps) {
  const { write, announce } = useDiscussion();
  const [isSure, setSure] = useState(false);
  const isChanged = hasDrifted(thread);
  const accept = () => {
    if (isChanged && !isSure) return setSure(true);
    const outcome = write.accept(thread.id, seen);
    if (outcome !== "accepted") return announce(refusals[outcome]);
    onLeave();
    announce("Proposal accepted. The words are in the rationale.");
  };
  return (
    <Button
      type="button"
      variant="primary"
      size="small"
      icon={Check}
      onBlur={() => setSure(false)}
      onClick={accept}
    >
      {isChanged
        ? isSure
          ? "Yes, replace the words as they are now"
          : "Accept though changed"
        : "Accept"}
    </Button>
  );
}

import { CircleCheck, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { isOpen, isProposal } from "~/domain/review/discussion";

import { CommentComposer } from "./comment-composer";
import { DeclineForm } from "./decline-form";
import { useDiscussion } from "./discussion-context";
import { ProposalActions } from "./proposal-actions";
import type { ThreadCardProps } from "./thread-card";
import { readDraft } from "./use-draft";

type Writing = "reply" | "decline" | null;

/** What can be done with a thread by somebody who may comment. */
export function ThreadActions({ thread, onLeave }: ThreadCardProps) {
  const { write, announce, draftKey, mayDecide } = useDiscussion();
  const { id } = thread;
  const isOpened = isOpen(thread);
  const [writing, setWriting] = useState<Writing>(() => {
    if (readDraft(draftKey(`reply:${id}`)) !== null) return "reply";
    return readDraft(draftKey(`decline:${id}`)) !== null ? "decline" : null;
  });
  const [isAsked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const begin = (what: Writing) => {
    setAsked(true);
    setWriting(what);
  };
  const done = () => {
    setWriting(null);
    // After the button is there again.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (writing === "reply") {
    return (
      <CommentComposer
        label="Your reply"
        send="Reply"
        slot={`reply:${id}`}
        takesFocus={isAsked}
        onSend={(written) => {
          write.reply(id, written);
          announce("Reply added.");
          done();
        }}
        onCancel={done}
      />
    );
  }
  if (writing === "decline" && isOpened && mayDecide) {
    return (
      <DeclineForm
        slot={`decline:${id}`}
        takesFocus={isAsked}
        onDecline={(word) => {
          onLeave();
          setWriting(null);
          write.decline(id, word);
          announce("Proposal declined.");
        }}
        onCancel={done}
      />
    );
  }
  // Its words are in the text; whoever wants others proposes them.
  if (thread.resolution?.state === "accepted") return null;
  const settle = () => {
    onLeave();
    if (isOpened) write.resolve(id);
    else write.reopen(id);
    announce(isOpened ? "Thread resolved." : "Thread reopened.");
  };
  return (
    <div className="flex flex-wrap gap-2">
      {isOpened && isProposal(thread) ? (
        <ProposalActions thread={thread} onDecline={() => begin("decline")} onLeave={onLeave} />
      ) : null}
      {isOpened ? (
        <Button ref={button} type="button" size="small" onClick={() => begin("reply")}>
          Reply
        </Button>
      ) : null}
      {isOpened && isProposal(thread) ? null : (
        <Button
          type="button"
          size="small"
          icon={isOpened ? CircleCheck : RotateCcw}
          onClick={settle}
        >
          {isOpened ? "Resolve" : "Reopen"}
        </Button>
      )}
    </div>
  );
}

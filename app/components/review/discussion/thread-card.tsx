import clsx from "clsx";
import { CircleCheck, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";

import type { ShownThread } from "~/collab/comments/discussion-watch";
import { Button } from "~/components/ui/button";
import { Time } from "~/components/ui/time";
import { isOpen } from "~/domain/review/discussion";

import { CommentComposer } from "./comment-composer";
import { CommentItem } from "./comment-item";
import { useDiscussion } from "./discussion-context";
import { anchorName, ThreadPlace } from "./thread-place";
import { commentElementId } from "./comment-link";
import { readDraft } from "./use-draft";

export interface ThreadCardProps {
  thread: ShownThread;
  /** Called before the thread goes from the list that it stands in. */
  onLeave: () => void;
}

/** One thread: what it is about, what was said, and what can be done with it. */
export function ThreadCard({ thread, onLeave }: ThreadCardProps) {
  const { active, mayComment, nameOf } = useDiscussion();
  const { id, anchor, comments, resolution } = thread;
  return (
    <article
      id={commentElementId(id)}
      tabIndex={-1}
      aria-label={`Thread: ${anchorName(anchor)}`}
      className={clsx(
        "flex flex-col gap-3 rounded-lg border bg-raised p-3",
        active === id ? "border-accent" : "border-line",
      )}
    >
      <ThreadPlace thread={thread} />
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} />
          </li>
        ))}
      </ol>
      {resolution ? (
        <p className="text-sm text-muted">
          {resolution.state === "resolved" ? "Resolved by " : "Reopened by "}
          {nameOf(resolution.by)}, <Time iso={resolution.at} />
        </p>
      ) : null}
      {mayComment ? <ThreadActions thread={thread} onLeave={onLeave} /> : null}
    </article>
  );
}

function ThreadActions({ thread, onLeave }: ThreadCardProps) {
  const { write, announce, draftKey } = useDiscussion();
  const slot = `reply:${thread.id}`;
  const [isReplying, setReplying] = useState(() => readDraft(draftKey(slot)) !== null);
  const [isAsked, setAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setReplying(false);
    // After the button is there again.
    requestAnimationFrame(() => button.current?.focus());
  };
  if (isReplying) {
    return (
      <CommentComposer
        label="Your reply"
        send="Reply"
        slot={slot}
        takesFocus={isAsked}
        onSend={(written) => {
          write.reply(thread.id, written);
          announce("Reply added.");
          done();
        }}
        onCancel={done}
      />
    );
  }
  const isOpened = isOpen(thread);
  const settle = () => {
    onLeave();
    if (isOpened) write.resolve(thread.id);
    else write.reopen(thread.id);
    announce(isOpened ? "Thread resolved." : "Thread reopened.");
  };
  return (
    <div className="flex flex-wrap gap-2">
      {isOpened ? (
        <Button
          ref={button}
          type="button"
          size="small"
          onClick={() => {
            setAsked(true);
            setReplying(true);
          }}
        >
          Reply
        </Button>
      ) : null}
      <Button type="button" size="small" icon={isOpened ? CircleCheck : RotateCcw} onClick={settle}>
        {isOpened ? "Resolve" : "Reopen"}
      </Button>
    </div>
  );
}

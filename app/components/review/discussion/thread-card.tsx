import clsx from "clsx";

import type { ShownThread } from "~/collab/comments/discussion-watch";
import { Time } from "~/components/ui/time";
import { isProposal, type Resolution } from "~/domain/review/discussion";

import { CommentItem } from "./comment-item";
import { useDiscussion } from "./discussion-context";
import { commentElementId } from "./comment-link";
import { ProposedChange } from "./proposed-change";
import { ThreadActions } from "./thread-actions";
import { anchorName, ThreadPlace } from "./thread-place";

export interface ThreadCardProps {
  thread: ShownThread;
  /** Called before the thread goes from the list that it stands in. */
  onLeave: () => void;
}

const settledWord: Record<Resolution["state"], string> = {
  resolved: "Resolved",
  reopened: "Reopened",
  accepted: "Accepted",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

/** One thread: what it is about, what was said, and what can be done with it. */
export function ThreadCard({ thread, onLeave }: ThreadCardProps) {
  const { active, mayComment, nameOf } = useDiscussion();
  const { id, anchor, comments, resolution } = thread;
  return (
    <article
      id={commentElementId(id)}
      tabIndex={-1}
      aria-label={`${isProposal(thread) ? "Proposal" : "Thread"}: ${anchorName(anchor)}`}
      className={clsx(
        "flex flex-col gap-3 rounded-lg border bg-raised p-3",
        active === id ? "border-accent" : "border-line",
      )}
    >
      {isProposal(thread) ? <ProposedChange thread={thread} /> : <ThreadPlace thread={thread} />}
      <ol className="flex flex-col gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <CommentItem comment={comment} isProposal={comment.id === id && isProposal(thread)} />
          </li>
        ))}
      </ol>
      {resolution ? (
        <p className="text-sm text-muted">
          {settledWord[resolution.state]} by {nameOf(resolution.by)}, <Time iso={resolution.at} />
          {resolution.word ? (
            <>
              : <q className="wrap-anywhere text-ink">{resolution.word}</q>
            </>
          ) : null}
        </p>
      ) : null}
      {mayComment ? <ThreadActions thread={thread} onLeave={onLeave} /> : null}
    </article>
  );
}

import { useRef, type ReactNode } from "react";

import { isOpen } from "~/domain/review/discussion";

import { commentElementId } from "./comment-link";
import { useDiscussion } from "./discussion-context";
import { DiscussionFilterField } from "./discussion-filter";
import { NewProposal } from "./new-proposal";
import { NewThread } from "./new-thread";
import { NoThreads } from "./no-threads";
import { ThreadCard } from "./thread-card";

export interface DiscussionPanelProps {
  /** Why nothing can be written here, or what happens to what is; null when all is as usual. */
  note: string | null;
  /** Whether what was written is safe, where the page does not say so elsewhere. */
  status?: ReactNode;
  /** A way to begin a thread where the page has no places to begin one at. */
  begin?: ReactNode;
}

/** The threads of a review in the order of its text: the open ones, or those that were resolved. */
export function DiscussionPanel({ note, status, begin }: DiscussionPanelProps) {
  const { threads, pending, isProposing, filter } = useDiscussion();
  const head = useRef<HTMLDivElement>(null);
  const open = threads.filter(isOpen);
  const resolved = threads.filter((thread) => !isOpen(thread));
  const shown = filter === "open" ? open : resolved;

  /** The thread at this place goes: the focus goes to what comes next, or to the head of the list. */
  const leave = (index: number) => {
    const next = shown[index + 1] ?? shown[index - 1];
    const target = next ? document.getElementById(commentElementId(next.id)) : head.current;
    target?.focus();
  };
  return (
    <div className="flex flex-col gap-3">
      {note === null ? null : <p className="text-sm text-muted">{note}</p>}
      {status}
      {pending === null ? (
        (begin ?? null)
      ) : isProposing && pending.kind === "words" ? (
        <NewProposal key={pending.from + pending.to} anchor={pending} />
      ) : (
        <NewThread anchor={pending} />
      )}
      <div ref={head} tabIndex={-1}>
        <DiscussionFilterField open={open.length} resolved={resolved.length} />
      </div>
      {shown.length === 0 ? (
        pending === null || threads.length > 0 ? (
          <NoThreads />
        ) : null
      ) : (
        <ul className="flex flex-col gap-3">
          {shown.map((thread, index) => (
            <li key={thread.id}>
              <ThreadCard thread={thread} onLeave={() => leave(index)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

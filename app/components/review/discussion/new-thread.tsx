import { Quote, Tag } from "lucide-react";

import type { CommentAnchor } from "~/domain/review/discussion";

import { CommentComposer } from "./comment-composer";
import { useDiscussion } from "./discussion-context";
import { anchorName } from "./thread-place";

/** Where unsent words of a new thread are kept. */
export const newThreadSlot = "new";

/** A thread being begun. */
export function NewThread({ anchor }: { anchor: CommentAnchor }) {
  const { write, giveUp, announce, isRestored } = useDiscussion();
  const Icon = anchor.kind === "words" ? Quote : Tag;
  return (
    <section
      aria-label="New comment"
      className="flex flex-col gap-2 rounded-lg border border-accent bg-raised p-3"
    >
      <p className="flex gap-1.5 text-sm text-muted">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="line-clamp-3 min-w-0 wrap-anywhere">{anchorName(anchor)}</span>
      </p>
      <CommentComposer
        // Another place, another beginning; what was typed stays.
        key={JSON.stringify(anchor)}
        label="Your comment"
        send="Comment"
        slot={newThreadSlot}
        takesFocus={!isRestored}
        onSend={(written) => {
          write.start(anchor, written);
          announce("Comment added.");
        }}
        onCancel={giveUp}
      />
    </section>
  );
}

import { Quote, Tag, Unlink } from "lucide-react";

import type { ShownThread } from "~/collab/comments/discussion-watch";
import { fieldName, type CommentAnchor, type Thread } from "~/domain/review/discussion";

import { useDiscussion } from "./discussion-context";

/** What a thread is about, in a few words. */
export function anchorName(anchor: CommentAnchor): string {
  return anchor.kind === "words" ? `“${anchor.quote}”` : `On ${fieldName(anchor.field)}`;
}

/** What a thread is called where it is not shown: what it is about, and whether it proposes something. */
export const threadName = (thread: Thread): string =>
  `${thread.replacement === null ? "" : "Proposal: "}${anchorName(thread.anchor)}`;

/** What a thread is about; where that stands on the page it leads there. */
export function ThreadPlace({ thread }: { thread: ShownThread }) {
  const { showPlace } = useDiscussion();
  const { anchor, isOrphan } = thread;
  if (isOrphan) {
    return (
      <p className="flex gap-1.5 text-sm text-muted">
        <Unlink aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          {anchor.kind === "words"
            ? `The words this was about were deleted: “${anchor.quote}”`
            : "The piece of evidence this was about was removed."}
        </span>
      </p>
    );
  }
  const Icon = anchor.kind === "words" ? Quote : Tag;
  const words = (
    <>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="line-clamp-3 min-w-0 wrap-anywhere">{anchorName(anchor)}</span>
    </>
  );
  if (!showPlace) return <p className="flex gap-1.5 text-sm text-muted">{words}</p>;
  return (
    <button
      type="button"
      onClick={() => showPlace(thread)}
      className="-mx-1 flex min-h-6 gap-1.5 rounded-sm px-1 text-left text-sm text-accent hover:bg-accent-soft hover:text-accent-strong"
    >
      <span className="sr-only">Show in the review: </span>
      {words}
    </button>
  );
}

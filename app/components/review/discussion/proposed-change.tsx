import { PencilLine, TriangleAlert } from "lucide-react";

import type { ShownThread } from "~/collab/comments/discussion-watch";
import { isUndivided } from "~/collab/comments/proposal-anchor";
import { isOpen, type ProposalThread } from "~/domain/review/discussion";
import { compareWords } from "~/domain/verdict/compare-drafts";

import { Pieces } from "../history/changes";
import { useDiscussion } from "./discussion-context";

/** What a proposal would change, word by word; where its words stand on the page it leads there. */
export function ProposedChange({ thread }: { thread: ShownThread & ProposalThread }) {
  const { showPlace } = useDiscussion();
  const { anchor, replacement, isOrphan, resolution } = thread;
  const change = (
    <>
      <PencilLine aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <span className="min-w-0 wrap-anywhere [&_del+ins]:ml-1">
        <Pieces pieces={compareWords(anchor.quote, replacement)} />
      </span>
    </>
  );
  const isThere = showPlace && !isOrphan && resolution?.state !== "accepted";
  return (
    <>
      {isThere ? (
        <button
          type="button"
          onClick={() => showPlace(thread)}
          className="-mx-1 flex min-h-6 gap-1.5 rounded-sm px-1 text-left hover:bg-accent-soft"
        >
          <span className="sr-only">Show in the review: </span>
          {change}
        </button>
      ) : (
        <p className="flex gap-1.5">{change}</p>
      )}
      {isOpen(thread) ? <Drift thread={thread} /> : null}
    </>
  );
}

/** Whether the words are still those for which others were proposed. */
export const hasDrifted = ({ anchor, wordsNow }: ShownThread & ProposalThread): boolean =>
  wordsNow !== null && wordsNow !== anchor.quote;

/** Says what became of the words since the proposal was made. */
function Drift({ thread }: { thread: ShownThread & ProposalThread }) {
  const { isOrphan, wordsNow } = thread;
  if (!isOrphan && !hasDrifted(thread)) return null;
  return (
    <p className="flex gap-1.5 rounded-md border border-warning-line bg-warning-soft px-2.5 py-1.5 text-sm">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <span className="min-w-0 wrap-anywhere">
        {isOrphan || wordsNow === null ? (
          "The words that this would change were deleted. It can be declined, or written into the text by hand."
        ) : isUndivided(wordsNow) ? (
          <>
            The words have changed since. They are now: <q>{wordsNow}</q>
          </>
        ) : (
          "The words now stand in several paragraphs. Change them by hand, then decline this."
        )}
      </span>
    </p>
  );
}

import { useDiscussion } from "./discussion-context";

/** Stands where threads would: says why there is none, and what to do first. */
export function NoThreads() {
  const { threads, filter, mayComment, showPlace } = useDiscussion();
  const words = () => {
    if (threads.length > 0) {
      return filter === "open" ? "No thread is open." : "No thread was resolved yet.";
    }
    if (!mayComment) return "Nobody commented on this review.";
    return showPlace
      ? "No comments yet. Select words of the rationale, or use the button beside a field, to ask, to object or to propose a change. Open threads keep the review from being submitted."
      : "No comments yet.";
  };
  return (
    <p className="rounded-lg border border-dashed border-line-strong px-4 py-5 text-sm text-muted">
      {words()}
    </p>
  );
}

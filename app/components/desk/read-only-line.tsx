import { Eye } from "lucide-react";

import type { ClaimState } from "~/domain/review/workflow";

/** Above a review that stands as it was frozen: that nobody can write in it now, and why. */
export function ReadOnlyLine({ state }: { state: ClaimState }) {
  return (
    <p className="flex min-h-6 items-center gap-1.5 text-sm text-muted">
      <Eye aria-hidden className="size-4 shrink-0" />
      <span>Read-only: {whyReadOnly(state)}</span>
    </p>
  );
}

function whyReadOnly(state: ClaimState): string {
  switch (state) {
    case "second_review":
      return "it was submitted, and is in second review.";
    case "disputed":
      return "the two ratings differ, and that is to be settled first.";
    case "approved":
      return "it is signed. An editor can reopen it, which voids the signature.";
    case "published":
      return "it is signed and published.";
    case "being_corrected":
      return "it is published. An editor assigns the review of its correction.";
    case "retracted":
      return "it was published, and is retracted.";
    default:
      return "it is not open for writing.";
  }
}

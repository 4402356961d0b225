import type { SaveFacts } from "~/collab/save-state";

/** What to know before one writes in the discussion; null when all is as usual. */
export function discussionNote({
  right,
  isConnected,
  keepsCopy,
}: Pick<SaveFacts, "right" | "isConnected" | "keepsCopy">): string | null {
  if (right === "read") {
    return "Read-only: comments are written while the review is being written.";
  }
  if (!isConnected) {
    return keepsCopy
      ? "Not connected: what you comment is kept on this device and sent when you are back."
      : "Not connected: what you comment is only in this page; keep it open.";
  }
  return right === "comment"
    ? "You can comment before you sign or return the verdict. The lead reads it at once."
    : null;
}

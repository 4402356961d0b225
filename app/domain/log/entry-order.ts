import type { EntryKind } from "./log-entry";

/** What the log has of one verdict so far: its last entry and how often it was published. */
export interface Standing {
  kind: EntryKind;
  publication: number;
}

/** Whether an entry can come next for a verdict: nothing is told twice, and nothing follows a retraction. */
export function canFollow(before: Standing | undefined, next: Standing): boolean {
  if (before === undefined) return next.kind === "published" && next.publication === 1;
  if (before.kind === "retracted" || next.kind === "published") return false;
  // Of corrections from before there was a log, nothing is known but what they led to.
  if (next.kind === "corrected") return next.publication === before.publication + 1;
  if (next.publication !== before.publication) return false;
  return (
    next.kind === "retracted" || (next.kind === "upheld") === (before.kind === "correction_begun")
  );
}

import type { EntryKind } from "./log-entry";

/** What an entry tells of one verdict. */
export interface Told {
  kind: EntryKind;
  publication: number;
}

/** What the log has of one verdict so far: what it was told of it last, and whether readers have its report. */
export interface Standing extends Told {
  isUnpublished: boolean;
}

/** How a verdict stands after an entry; null where that entry cannot come next. */
export function standingAfter(before: Standing | undefined, next: Told): Standing | null {
  if (next.kind === "unpublished" || next.kind === "republished") {
    const isUnpublished = next.kind === "unpublished";
    const isNews = before !== undefined && before.isUnpublished !== isUnpublished;
    // That readers do not have it changes nothing of what it is.
    return isNews && next.publication === before.publication ? { ...before, isUnpublished } : null;
  }
  if (!canFollow(before, next)) return null;
  const { kind, publication } = next;
  return { kind, publication, isUnpublished: before?.isUnpublished ?? false };
}

/** Whether an entry can come next for a verdict: nothing is told twice, and nothing follows a retraction. */
function canFollow(before: Told | undefined, next: Told): boolean {
  if (before === undefined) return next.kind === "published" && next.publication === 1;
  if (before.kind === "retracted" || next.kind === "published") return false;
  // Of corrections from before there was a log, nothing is known but what they led to.
  if (next.kind === "corrected") return next.publication === before.publication + 1;
  if (next.publication !== before.publication) return false;
  return (
    next.kind === "retracted" || (next.kind === "upheld") === (before.kind === "correction_begun")
  );
}

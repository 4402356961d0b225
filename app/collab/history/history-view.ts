import { compareDrafts, nameChanges, type DraftChanges } from "~/domain/verdict/compare-drafts";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import type { WrittenPart } from "./authorship";
import { sittingsOf, type Sitting } from "./sittings";
import type { LoggedEdit } from "~/domain/review/logged-edit";
import { versionsAt, type ReviewVersion } from "./versions";

/** What the history page shows of a review. */
export interface HistoryView {
  sittings: (Sitting & { changed: string })[];
  /** Number of the newest row; 0 when nothing was written. */
  head: number;
  /** The row after which the shown version stood; number 0, and nobody's, before the first. */
  shown: { n: number; at: string; author: string };
  /** The row number of the version it is compared with. */
  since: number;
  draft: ReviewDraft;
  changes: DraftChanges;
  authorship: WrittenPart[];
  /** The last row that the reader wrote. */
  ownLast: number | null;
}

/**
 * One version of a review compared with another. Without a wish it is the newest version, compared with the reader's
 * last edit, or where nobody wrote after it with how the review stood before the sitting; numbers that there are not become the nearest that there are.
 */
export function historyView(
  rows: readonly LoggedEdit[],
  readerId: string,
  asked: { at: number | null; since: number | null },
): HistoryView {
  const head = rows.at(-1)?.n ?? 0;
  const at = Math.min(asked.at ?? head, head);
  const sittings = sittingsOf(rows);
  const sitting = sittings.find(({ first, last }) => at >= first && at <= last);
  const ownLast = rows.findLast(({ author }) => author === readerId)?.n ?? null;
  const unread = ownLast !== null && ownLast < at ? ownLast : null;
  const since = Math.min(asked.since ?? unread ?? (sitting ? sitting.first - 1 : 0), head);
  const ends = sittings.map(({ last }) => last);
  const versions = versionsAt(rows, [0, at, since, ...ends]);
  const shownVersion = versionOf(versions, at);
  const row = rows.findLast(({ n }) => n <= at);
  return {
    sittings: sittings.map((sitting, i) => {
      const before = versionOf(versions, ends[i - 1] ?? 0);
      const after = versionOf(versions, sitting.last);
      return { ...sitting, changed: whatChanged(before, after) };
    }),
    head,
    shown: { n: at, at: row?.at ?? "", author: row?.author ?? "" },
    since,
    draft: shownVersion.draft,
    changes: compareDrafts(versionOf(versions, since).draft, shownVersion.draft),
    authorship: shownVersion.authorship,
    ownLast,
  };
}

function whatChanged(before: ReviewVersion, after: ReviewVersion): string {
  const hasTalk = JSON.stringify(before.discussion) !== JSON.stringify(after.discussion);
  const written = nameChanges(compareDrafts(before.draft, after.draft));
  return [written, hasTalk && "discussion"].filter(Boolean).join(", ");
}

function versionOf(versions: ReadonlyMap<number, ReviewVersion>, n: number): ReviewVersion {
  const version = versions.get(n);
  if (!version) throw new Error(`version ${n} was not rebuilt`);
  return version;
}

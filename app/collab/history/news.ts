import { lookToTell, type Look, type Looks } from "~/domain/review/last-look";
import type { LoggedEdit } from "~/domain/review/logged-edit";
import { compareDrafts, countChanges } from "~/domain/verdict/compare-drafts";

import { versionsAt } from "./versions";

/** What others did in a review since somebody last looked. */
export interface ReviewNews {
  since: Look;
  /** Parts of the review that are others now: a rating, a paragraph, a source. */
  changes: number;
  /** New comments. */
  comments: number;
  /** Ids of the people who wrote, in the order in which they began. */
  by: string[];
}

/**
 * What is new for the reader; null when nothing is. The whole history is read only where others have written.
 *
 * @param rowsAfter the rows of the review after one.
 */
export async function readNews(
  looks: Looks,
  readerId: string,
  now: number,
  rowsAfter: (n: number) => Promise<LoggedEdit[]>,
): Promise<ReviewNews | null> {
  const recent = await rowsAfter(Math.min(looks.last.n, looks.before?.n ?? looks.last.n));
  const since = lookToTell(looks, readerId, recent, now);
  const authors = recent.filter(({ n }) => n > since.n).map(({ author }) => author);
  const by = [...new Set(authors)].filter((author) => author !== readerId);
  if (by.length === 0) return null;
  const rows = await rowsAfter(0);
  const head = rows.at(-1)?.n ?? 0;
  const versions = versionsAt(rows, [since.n, head]);
  const [before, after] = [versions.get(since.n), versions.get(head)];
  if (!before || !after) return null;
  const known = new Set(before.discussion.flatMap(({ comments }) => comments.map(({ id }) => id)));
  const comments = after.discussion
    .flatMap((thread) => thread.comments)
    .filter(({ id, author }) => author !== readerId && !known.has(id)).length;
  const changes = countChanges(compareDrafts(before.draft, after.draft));
  return changes + comments === 0 ? null : { since, changes, comments, by };
}

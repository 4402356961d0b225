import * as Y from "yjs";

import type { LoggedEdit } from "~/domain/review/logged-edit";
import type { Thread } from "~/domain/review/discussion";
import type { ReviewDraft } from "~/domain/verdict/verdict";

import { readDiscussion } from "../comments/discussion";
import { readDraft } from "../review-document";
import { authorshipOf, type Origins, type WrittenPart } from "./authorship";

/** A review as it was after row `n`. */
export interface ReviewVersion {
  n: number;
  draft: ReviewDraft;
  discussion: Thread[];
  /** Who wrote which sentence of it. */
  authorship: WrittenPart[];
}

/**
 * The review after each of these rows, rebuilt from the log alone; 0 is the empty review. Numbers past the end are
 * left out. Rows must start at 1 and be in order.
 */
export function versionsAt(
  rows: readonly LoggedEdit[],
  numbers: readonly number[],
): Map<number, ReviewVersion> {
  const wanted = [...new Set(numbers)].sort((a, b) => a - b);
  const versions = new Map<number, ReviewVersion>();
  const doc = new Y.Doc();
  const origins: Origins = new Map();
  let at = 0;
  try {
    for (const n of wanted) {
      const until = rows.findIndex((row) => row.n > n);
      const end = until === -1 ? rows.length : until;
      if (n > (rows.at(-1)?.n ?? 0)) break;
      const fresh = rows.slice(at, end);
      doc.transact(() => {
        for (const row of fresh) Y.applyUpdate(doc, row.update);
      });
      for (const row of fresh) note(origins, row);
      at = end;
      versions.set(n, {
        n,
        draft: readDraft(doc),
        discussion: readDiscussion(doc),
        authorship: authorshipOf(doc, origins),
      });
    }
    return versions;
  } finally {
    doc.destroy();
  }
}

/** Which row brought which clocks of a client, so that each character can be traced to its author and time. */
function note(origins: Origins, { author, at, update }: LoggedEdit): void {
  for (const [client, until] of Y.parseUpdateMeta(update).to) {
    const known = origins.get(client) ?? [];
    // An update sent again brings nothing new.
    if (until > (known.at(-1)?.until ?? 0)) known.push({ until, author, at });
    origins.set(client, known);
  }
}

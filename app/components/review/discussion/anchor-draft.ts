import { anchorValue } from "~/collab/comments/comment-fields";
import type { CommentAnchor } from "~/domain/review/discussion";

import { keepDraft, readDraft } from "./use-draft";

/** What an unsent comment is about; null when there is none, or it was kept by another version of the page. */
export function readAnchor(key: string): CommentAnchor | null {
  try {
    return anchorValue.safeParse(JSON.parse(readDraft(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

export function keepAnchor(key: string, anchor: CommentAnchor | null): void {
  keepDraft(key, anchor === null ? "" : JSON.stringify(anchor));
}

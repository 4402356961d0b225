import * as Y from "yjs";

import { storedComment } from "./comment-fields";

/** A comment that mentions somebody, by their ids. */
export interface Mention {
  comment: string;
  person: string;
}

/** Whom the comments that a transaction changed mention; somebody mentioned before is named again. */
export function newMentions({ doc, changed }: Y.Transaction): Mention[] {
  const comments = doc.share.get("comments");
  if (!(comments instanceof Y.Map)) return [];
  const ids = new Set<string>();
  for (const [type, keys] of changed) {
    if (type._item === null && doc.share.get("comments") === type) {
      for (const key of keys) if (key !== null) ids.add(key);
    }
    if (type.parent === comments && keys.has("mentions")) ids.add(type._item?.parentSub ?? "");
  }
  return [...ids].flatMap((comment) => {
    const value: unknown = comments.get(comment);
    const read = value instanceof Y.Map ? storedComment.safeParse(value.toJSON()) : null;
    return (read?.data?.mentions ?? []).map((person) => ({ comment, person }));
  });
}

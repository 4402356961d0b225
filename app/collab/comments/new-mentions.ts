import * as Y from "yjs";

import { acceptedField, sharedField, storedComment } from "./comment-fields";

/** A comment of which somebody is told, by their ids: it mentions them, or it is their proposal and was decided on. */
export interface Mention {
  comment: string;
  person: string;
  outcome?: "accepted" | "declined";
}

/**
 * Whom the comments that a transaction changed mention; somebody mentioned before is named again. And whose proposals it
 * accepted or declined.
 */
export function newMentions({ doc, changed }: Y.Transaction): Mention[] {
  const comments = doc.share.get("comments");
  if (!(comments instanceof Y.Map)) return [];
  const mentioning = new Set<string>();
  const settled = new Set<string>();
  for (const [type, keys] of changed) {
    if (type._item === null && doc.share.get("comments") === type) {
      for (const key of keys) if (key !== null) mentioning.add(key);
    }
    if (type.parent !== comments) continue;
    const id = type._item?.parentSub ?? "";
    if (keys.has("mentions")) mentioning.add(id);
    if (keys.has(sharedField) || keys.has(acceptedField)) settled.add(id);
  }
  const read = (id: string) => {
    const value: unknown = comments.get(id);
    return value instanceof Y.Map ? storedComment.safeParse(value.toJSON()).data : undefined;
  };
  const mentions = [...mentioning].flatMap((comment): Mention[] =>
    (read(comment)?.mentions ?? []).map((person) => ({ comment, person })),
  );
  const outcomes = [...settled].flatMap((comment): Mention[] => {
    const { author: person, accepted, resolution } = read(comment) ?? {};
    if (person === undefined) return [];
    if (accepted) return [{ comment, person, outcome: "accepted" }];
    return resolution?.state === "declined" ? [{ comment, person, outcome: "declined" }] : [];
  });
  return [...mentions, ...outcomes];
}

import * as Y from "yjs";

import { isOpen, isProposal } from "~/domain/review/discussion";

import { reviewParts } from "../review-document";
import { readDiscussion } from "./discussion";
import { isUndivided } from "./proposal-anchor";
import { replaceWords } from "./replace-words";
import { spanOf, wordsAt } from "./text-anchor";

/**
 * What came of accepting. Nothing but `accepted` changes anything: `settled` when the proposal is no longer open, `gone`
 * when nothing is left of its words, `divided` when they stand in several paragraphs or lines, `changed` when they are
 * not those that the person has seen.
 */
export type AcceptOutcome = "accepted" | "settled" | "gone" | "divided" | "changed";

export interface Acceptance {
  /** Person id. The server refuses any but the writer's own. */
  by: string;
  /** ISO 8601. */
  at: string;
  /** The words to be replaced, as the person was shown them. */
  seen: string;
}

/** Puts the words of a proposal into the rationale and says who accepted it, in one transaction. */
export function acceptProposal(
  doc: Y.Doc,
  threadId: string,
  { by, at, seen }: Acceptance,
): AcceptOutcome {
  const { rationale, comments } = reviewParts(doc);
  return doc.transact((): AcceptOutcome => {
    const thread = readDiscussion(doc).find(({ id }) => id === threadId);
    const entry = comments.get(threadId);
    if (!(entry instanceof Y.Map) || !thread || !isProposal(thread) || !isOpen(thread)) {
      return "settled";
    }
    const span = spanOf(rationale, thread.anchor);
    if (span === null) return "gone";
    const words = wordsAt(rationale, span);
    if (!isUndivided(words)) return "divided";
    if (words !== seen) return "changed";
    const inserted = replaceWords(rationale, span, thread.replacement);
    entry.set("accepted", { by, at, ...(inserted && { inserted }) });
    return "accepted";
  });
}

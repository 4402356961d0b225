import type { ReportWords } from "./publish-gate";
import { completeOrder } from "./verdict-order";

/** What an editor has written for a report and not published yet. */
export interface DraftContent extends ReportWords {
  /** In which order readers find the verdicts, by claim. */
  order: readonly string[];
}

/** A draft as it was saved; `version` counts the times. */
export interface ReportDraft extends DraftContent {
  version: number;
  /** Person id. */
  savedBy: string;
  savedAt: string;
}

/** A draft of which nobody has saved anything has this version. */
export const unsavedVersion = 0;

/** Whether both say the same in the same order. */
export const isSameDraft = (one: DraftContent, other: DraftContent): boolean =>
  draftKey(one) === draftKey(other);

const draftKey = ({ headline, summary, shortClaims, order }: DraftContent): string =>
  JSON.stringify([
    ...[headline, summary, order],
    Object.entries(shortClaims).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

/**
 * What stands in the composer when it is opened: what was saved, as far as it is about what is there now, and otherwise
 * what is known already.
 *
 * @param known the words as they are published or suggested, and every claim in its place in the article.
 * @param draft null where none was saved since the last publication.
 */
export function openedDraft(known: DraftContent, draft: DraftContent | null): DraftContent {
  if (draft === null) return known;
  const kept = Object.keys(known.shortClaims).map((id): [string, string] => [
    id,
    draft.shortClaims[id] ?? known.shortClaims[id] ?? "",
  ]);
  return {
    headline: draft.headline,
    summary: draft.summary,
    shortClaims: Object.fromEntries(kept),
    order: completeOrder(draft.order, known.order),
  };
}

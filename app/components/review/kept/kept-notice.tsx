import { keptText } from "~/collab/kept/kept-text";
import type { ReviewSession } from "~/collab/review-session";
import { readDraft } from "~/collab/review-document";
import { useSessionSnapshot } from "~/collab/use-review-session";
import { Changes } from "~/components/review/history/changes";
import { Notice } from "~/components/ui/notice";
import type { ClaimState } from "~/domain/review/workflow";
import { compareDrafts, countChanges, hasChanges } from "~/domain/verdict/compare-drafts";

import { KeptActions } from "./kept-actions";
import { keptTitle, meanwhileWords, wayOnWords } from "./kept-words";
import type { KeptCopy } from "./use-kept-edits";

export interface KeptNoticeProps {
  session: ReviewSession;
  state: ClaimState;
  one: KeptCopy;
  onPropose: () => void;
  onPutIn: () => void;
  onDiscard: () => void;
}

/** What somebody wrote offline and the review has not, beside the review, with what can be done about it. */
export function KeptNotice(props: KeptNoticeProps) {
  const { session, state, one } = props;
  const { right } = useSessionSnapshot(session);
  const { kept, copy } = one;
  const changes = compareDrafts(readDraft(session.doc), kept.wanted);
  const count = Math.max(1, countChanges(changes) + kept.comments.length);
  return (
    <Notice
      kind="warning"
      title={keptTitle(count, session.lasts(copy))}
      actions={<KeptActions {...props} right={right} text={() => keptText(kept)} />}
    >
      <p>
        {meanwhileWords(state)} {wayOnWords(right)}
      </p>
      {kept.isWhole ? null : (
        <p className="mt-1">
          Some of it stood in words that were taken out since. So all of your version is shown, as
          you last had it.
        </p>
      )}
      <details open className="mt-2 rounded-md border border-line bg-surface px-3 py-2">
        <summary className="cursor-pointer font-medium">
          Your version beside the one that stands here
        </summary>
        <div className="mt-2 flex flex-col gap-4 wrap-anywhere">
          {hasChanges(changes) ? <Changes changes={changes} /> : null}
          {kept.comments.length === 0 ? null : (
            <section className="flex flex-col gap-1.5">
              <h3 className="text-sm font-semibold">Comments that were not sent</h3>
              {kept.comments.map(({ id, words }) => (
                <p key={id} className="border-l-2 border-accent pl-3 whitespace-pre-wrap">
                  {words}
                </p>
              ))}
            </section>
          )}
        </div>
      </details>
    </Notice>
  );
}

import { useState } from "react";

import type { ReviewSession } from "~/collab/review-session";
import { saveStateOf, saveStateWords } from "~/collab/save-state";
import { useSessionSnapshot } from "~/collab/use-review-session";
import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";

/** Why the server ended the session, and the ways on. Draws nothing while there is no refusal. */
export function ReviewRefused({ session }: { session: ReviewSession }) {
  const facts = useSessionSnapshot(session);
  const [isSure, setSure] = useState(false);
  const state = saveStateOf(facts, 0);
  if (state.kind !== "refused") return null;
  const discard = () => {
    session.discard().finally(() => location.reload());
  };
  return (
    <Notice
      kind="danger"
      live
      title={saveStateWords(state, 0)}
      actions={
        <>
          {state.mayRetry ? (
            <Button type="button" size="small" variant="primary" onClick={() => session.retry()}>
              Try again
            </Button>
          ) : null}
          <Button type="button" size="small" onClick={() => location.reload()}>
            Reload the page
          </Button>
          {facts.unsavedSince !== null ? (
            <Button
              type="button"
              size="small"
              variant="danger"
              onClick={() => (isSure ? discard() : setSure(true))}
            >
              {isSure ? "Yes, discard my unsaved edits" : "Discard my unsaved edits"}
            </Button>
          ) : null}
        </>
      }
    >
      {facts.unsavedSince !== null
        ? "Your words are still in the fields below: copy what you need before you discard them."
        : null}
    </Notice>
  );
}

import { useEffect, useRef } from "react";

import type { ReviewSession } from "~/collab/review-session";
import { useSessionSnapshot } from "~/collab/use-review-session";

/** Connections that fail in a row before the page is asked to look why. */
const failuresBeforeLook = 3;

/**
 * Has the page looked at again when somebody took a step with the claim, when what this person may do has changed, or
 * when the server lets nobody in. Draws nothing.
 */
export function StaleWatch({ session, onStale }: { session: ReviewSession; onStale?: () => void }) {
  const { refused, failures, moves } = useSessionSnapshot(session);
  const isStale = refused !== null || (failures > 0 && failures % failuresBeforeLook === 0);
  const first = useRef(session);
  useEffect(() => {
    // Another session than the first means that the server has changed what this person may do.
    const isAnother = first.current !== session;
    first.current = session;
    if (isStale || isAnother) onStale?.();
  }, [isStale, session, onStale]);
  useEffect(() => {
    if (moves > 0) onStale?.();
  }, [moves, onStale]);
  return null;
}

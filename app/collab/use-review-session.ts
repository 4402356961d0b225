import { useMemo, useSyncExternalStore } from "react";

import { localCopies } from "./local-copy";
import { ReviewSession, type SessionSnapshot } from "./review-session";

/** Opens a session when the first component looks, and a new one whenever the person's right has changed. */
function sessionHolder(claimId: string, personId: string, personName: string) {
  let session: ReviewSession | null = null;

  const open = (changed: () => void): void => {
    session = new ReviewSession({
      claimId,
      person: { id: personId, name: personName },
      serverUrl: `${location.origin.replace(/^http/, "ws")}/collab`,
      copies: localCopies(personId),
    });
    const opened = session;
    opened.subscribe(() => {
      if (!opened.getSnapshot().isOver || session !== opened) return;
      opened.destroy();
      open(changed);
      changed();
    });
  };

  return {
    subscribe(changed: () => void): () => void {
      open(changed);
      changed();
      return () => {
        session?.destroy();
        session = null;
      };
    },
    get: (): ReviewSession | null => session,
  };
}

const nothing = (): null => null;

/** Joins a review for as long as the component is mounted. Null on the server and before the first effect. */
export function useReviewSession(
  claimId: string,
  person: { id: string; name: string },
): ReviewSession | null {
  const { id, name } = person;
  const holder = useMemo(() => sessionHolder(claimId, id, name), [claimId, id, name]);
  return useSyncExternalStore(holder.subscribe, holder.get, nothing);
}

/** What the session says now, drawn again whenever it changes. */
export function useSessionSnapshot(session: ReviewSession): SessionSnapshot {
  return useSyncExternalStore(session.subscribe, session.getSnapshot, session.getSnapshot);
}

/**
 * One thing of what the session says, drawn again only when that changes: what is saved changes with every key. `read`
 * answers with the same value while it has not changed.
 */
export function useSessionFact<Fact>(
  session: ReviewSession,
  read: (snapshot: SessionSnapshot) => Fact,
): Fact {
  const now = () => read(session.getSnapshot());
  return useSyncExternalStore(session.subscribe, now, now);
}

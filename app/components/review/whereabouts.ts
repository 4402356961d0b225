import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type * as Y from "yjs";

import type { ReviewSession } from "~/collab/review-session";
import { caretsIn, peopleAt, type CaretIn } from "~/collab/whereabouts";
import type { PersonPresent } from "~/domain/people/presence";

/** The session of the review that the fields inside belong to; null where nobody else can be. */
export const SessionContext = createContext<ReviewSession | null>(null);

const none = "[]";

/** Something of the others' whereabouts, as JSON: drawn anew only when it is another than before. */
function useOthers(read: (session: ReviewSession) => unknown): string {
  const session = useContext(SessionContext);
  const subscribe = useCallback(
    (changed: () => void) => {
      if (session === null) return () => undefined;
      const { awareness } = session.provider;
      awareness.on("change", changed);
      session.doc.on("update", changed);
      return () => {
        awareness.off("change", changed);
        session.doc.off("update", changed);
      };
    },
    [session],
  );
  const get = () => (session === null ? none : JSON.stringify(read(session)));
  return useSyncExternalStore(subscribe, get, () => none);
}

/** The others who are in this part of the review now. */
export function usePeopleAt(part: string | undefined): PersonPresent[] {
  const people = useOthers(({ provider, user }) =>
    part === undefined ? [] : peopleAt(provider.awareness, user.id, part),
  );
  return JSON.parse(people) as PersonPresent[];
}

/** Where the others' carets are in this shared text now. */
export function useCarets(part: string, text: Y.Text): CaretIn[] {
  const carets = useOthers(({ provider, user }) =>
    caretsIn(provider.awareness, user.id, part, text),
  );
  return JSON.parse(carets) as CaretIn[];
}

import { useMemo, useSyncExternalStore } from "react";
import type * as Y from "yjs";

import { DiscussionWatch, type ShownThread } from "./discussion-watch";

/** The threads of a review in the order of the page, drawn again whenever they change. */
export function useDiscussionThreads(doc: Y.Doc): readonly ShownThread[] {
  const watch = useMemo(() => new DiscussionWatch(doc), [doc]);
  return useSyncExternalStore(watch.subscribe, watch.getSnapshot, watch.getSnapshot);
}

import { useCallback, useEffect, useState } from "react";

import { keptEdits, type KeptEdits } from "~/collab/kept/kept-edits";
import { isSameCopy, type CopyId } from "~/collab/local-copy";
import type { ReviewSession } from "~/collab/review-session";
import { useSessionSnapshot } from "~/collab/use-review-session";

/** A copy on this device with what the review has not of it. */
export interface KeptCopy {
  copy: CopyId;
  kept: KeptEdits;
}

/** Milliseconds of quiet after which a changed review is compared again. */
const quiet = 500;

/** What this device kept of earlier rounds and the review has not. Copies with nothing of that kind are let go. */
export function useKeptEdits(session: ReviewSession): {
  all: readonly KeptCopy[];
  letGo: (copy: CopyId) => void;
} {
  const { isSynced, right } = useSessionSnapshot(session);
  const [all, setAll] = useState<readonly KeptCopy[]>([]);
  useEffect(() => {
    // Compared with half a document, everything would seem to be missing.
    if (!isSynced || right === null) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isBusy = false;
    const states = new Map<string, Uint8Array>();
    const stateOf = async (copy: CopyId): Promise<Uint8Array> => {
      const key = `${copy.lineage} ${copy.round}`;
      const state = states.get(key) ?? (await session.readCopy(copy));
      states.set(key, state);
      return state;
    };
    const look = async () => {
      if (isBusy) return;
      isBusy = true;
      const found: KeptCopy[] = [];
      for (const copy of session.olderCopies()) {
        // One that cannot be read now is there the next time.
        const state = await stateOf(copy).catch(() => null);
        if (isOver || state === null) continue;
        const kept = keptEdits(state, session.doc);
        if (kept) found.push({ copy, kept });
        else void session.discardCopy(copy);
      }
      isBusy = false;
      // Some may have been let go while the others were read.
      const left = session.olderCopies();
      const isLeft = (one: KeptCopy) => left.some((copy) => isSameCopy(copy, one.copy));
      if (!isOver) setAll(found.filter(isLeft));
    };
    const lookSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), quiet);
    };
    void look();
    session.doc.on("update", lookSoon);
    return () => {
      isOver = true;
      clearTimeout(timer);
      session.doc.off("update", lookSoon);
    };
  }, [session, isSynced, right]);
  const letGo = useCallback(
    (copy: CopyId) => {
      setAll((known) => known.filter((one) => !isSameCopy(one.copy, copy)));
      void session.discardCopy(copy);
    },
    [session],
  );
  return { all, letGo };
}

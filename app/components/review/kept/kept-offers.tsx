import { useEffect, useState } from "react";
import * as Y from "yjs";

import { proposeKept } from "~/collab/kept/kept-threads";
import { isSameCopy, type CopyId } from "~/collab/local-copy";
import type { ReviewSession } from "~/collab/review-session";
import { useSessionSnapshot } from "~/collab/use-review-session";
import { Notice } from "~/components/ui/notice";
import type { ClaimState } from "~/domain/review/workflow";

import { KeptNotice } from "./kept-notice";
import { meanwhileWords } from "./kept-words";
import { useKeptEdits, type KeptCopy } from "./use-kept-edits";

/** Offers what this device kept of edits that came too late for the review. Draws nothing where there is none. */
export function KeptOffers({ session, state }: { session: ReviewSession; state: ClaimState }) {
  const { unsavedSince, isConnected } = useSessionSnapshot(session);
  const { all, letGo } = useKeptEdits(session);
  const [done, setDone] = useState<{ copy: CopyId; words: string } | null>(null);
  const [isNothing, setNothing] = useState(false);
  const isSaved = unsavedSince === null && isConnected;
  useEffect(() => {
    // Not before the server has what was made of it.
    if (done && isSaved) letGo(done.copy);
  }, [done, isSaved, letGo]);
  const propose = ({ copy, kept }: KeptCopy) => {
    const count = proposeKept(session.doc, kept, session.user.id, new Date().toISOString());
    setNothing(count === 0);
    if (count === 0) return;
    const threads = count === 1 ? "1 thread" : `${count} threads`;
    setDone({ copy, words: `What you wrote offline stands in the discussion now, as ${threads}` });
  };
  const putIn = ({ copy, kept }: KeptCopy) => {
    Y.applyUpdate(session.doc, kept.update, "kept edits");
    setDone({ copy, words: "What you wrote offline stands in the review now" });
  };
  const waiting = all.filter(({ copy }) => done === null || !isSameCopy(copy, done.copy));
  return (
    <>
      {/* Always there, so that what comes into it is read out; without a number, so that it is read out once. */}
      <p role="status" className="sr-only">
        {waiting.length > 0
          ? `Changes that you made offline are kept on this device. ${meanwhileWords(state)}`
          : null}
      </p>
      {waiting.map((one) => (
        <KeptNotice
          key={`${one.copy.lineage} ${one.copy.round}`}
          session={session}
          state={state}
          one={one}
          onPropose={() => propose(one)}
          onPutIn={() => putIn(one)}
          onDiscard={() => letGo(one.copy)}
        />
      ))}
      {isNothing && waiting.length > 0 ? (
        <Notice kind="info" live title="Nothing of it can be proposed">
          Its words are those that stand here: only their looks or the order of the sources differ.
        </Notice>
      ) : null}
      {done ? (
        <Notice kind="success" live title={done.words}>
          {isSaved ? null : "Being saved …"}
        </Notice>
      ) : null}
    </>
  );
}

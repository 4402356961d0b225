import { useEffect, useRef } from "react";

import { reviewParts } from "~/collab/review-document";
import type { ReviewSession } from "~/collab/review-session";
import { saveRefusal } from "~/collab/save-state";
import { useReviewSession, useSessionSnapshot } from "~/collab/use-review-session";
import { Skeleton } from "~/components/ui/skeleton";

import { EvidenceList } from "./evidence-list";
import { PresenceBar } from "./presence-bar";
import { RatingField } from "./rating-field";
import { RationaleEditor } from "./rationale-editor";
import { RestoreOffer } from "./history/restore-offer";
import { ReviewReading } from "./review-reading";
import { ReviewRefused } from "./review-refused";
import { SaveStatus } from "./save-status";
import { SummaryField } from "./summary-field";

export interface ReviewEditorProps {
  claimId: string;
  person: { id: string; name: string };
  /** Why this person may only read, in words that go on "Read-only: "; the server decides whether that is so. */
  readOnlyWhy?: string;
  /** Today's civil date on the desk, YYYY-MM-DD. */
  today: string;
  /**
   * Called when what this person may do has changed, or when the server keeps refusing the connection: the page around
   * the editor shows an older state and should look again.
   */
  onStale?: () => void;
}

/** The live review of a claim: load it lazily, it brings the rich-text editor with it. */
export default function ReviewEditor({
  claimId,
  person,
  readOnlyWhy,
  today,
  onStale,
}: ReviewEditorProps) {
  const session = useReviewSession(claimId, person);
  if (!session) return <Skeleton lines={6} label="Opening the review" />;
  return (
    <div className="flex flex-col gap-5">
      <div className="sticky top-0 z-10 flex sm:top-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-surface py-2">
        <PresenceBar session={session} />
        <SaveStatus session={session} {...(readOnlyWhy !== undefined && { readOnlyWhy })} />
      </div>
      <StaleWatch session={session} {...(onStale && { onStale })} />
      <ReviewRefused session={session} />
      <ReviewContent session={session} claimId={claimId} today={today} />
    </div>
  );
}

interface ReviewContentProps {
  session: ReviewSession;
  claimId: string;
  today: string;
}

function ReviewContent({ session, claimId, today }: ReviewContentProps) {
  const { isReady, right, refused, unsavedSince } = useSessionSnapshot(session);
  // After a right has ended only one's own unsaved words are of use; the rest is not for these eyes any more.
  const isShut = refused !== null && saveRefusal(refused).mayRetry === false;
  if (isShut) return unsavedSince === null ? null : <ReviewReading doc={session.doc} />;
  if (!isReady) return <Skeleton lines={6} label="Opening the review" />;
  if (right !== "write" && right !== null) return <ReviewReading doc={session.doc} />;
  const { verdict, summary, evidence } = reviewParts(session.doc);
  return (
    <div className="flex flex-col gap-6">
      <RestoreOffer doc={session.doc} claimId={claimId} />
      <RatingField doc={session.doc} verdict={verdict} />
      <SummaryField summary={summary} />
      <RationaleEditor session={session} />
      <EvidenceList doc={session.doc} evidence={evidence} today={today} />
    </div>
  );
}

/** Connections that fail in a row before the page is asked to look why. */
const failuresBeforeLook = 3;

function StaleWatch({ session, onStale }: { session: ReviewSession; onStale?: () => void }) {
  const { refused, failures } = useSessionSnapshot(session);
  const isStale = refused !== null || (failures > 0 && failures % failuresBeforeLook === 0);
  const first = useRef(session);
  useEffect(() => {
    // Another session than the first means that the server has changed what this person may do.
    const isAnother = first.current !== session;
    first.current = session;
    if (isStale || isAnother) onStale?.();
  }, [isStale, session, onStale]);
  return null;
}

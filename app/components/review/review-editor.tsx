import { reviewParts } from "~/collab/review-document";
import type { ReviewSession } from "~/collab/review-session";
import { saveRefusal } from "~/collab/save-state";
import { useReviewSession, useSessionFact } from "~/collab/use-review-session";
import { Skeleton } from "~/components/ui/skeleton";

import { LiveDiscussion } from "./discussion/live-discussion";
import type { RoomDiscussion } from "./discussion/room-discussion";
import { EvidenceList } from "./evidence-list";
import { KeptOffers } from "./kept/kept-offers";
import { OfferedAnswers } from "./offered-answers";
import { PresenceBar } from "./presence-bar";
import { RatingField } from "./rating-field";
import { RationaleEditor } from "./rationale-editor";
import { RestoreOffer } from "./history/restore-offer";
import { PartsOfReview } from "./review-part";
import { ReviewReading } from "./review-reading";
import { ReviewRefused } from "./review-refused";
import { SaveStatus } from "./save-status";
import { SourcingFields } from "./sourcing-fields";
import { StaleWatch } from "./stale-watch";
import { SummaryField } from "./summary-field";
import { SessionContext } from "./whereabouts";

export interface ReviewEditorProps {
  room: RoomDiscussion;
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
  room,
  person,
  readOnlyWhy,
  today,
  onStale,
}: ReviewEditorProps) {
  const session = useReviewSession(room.claim.id, person);
  if (!session) return <Skeleton lines={6} label="Opening the review" />;
  return (
    <div className="flex flex-col gap-5">
      <div className="sticky top-0 z-10 flex sm:top-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-surface py-2">
        <PresenceBar session={session} />
        <SaveStatus session={session} {...(readOnlyWhy !== undefined && { readOnlyWhy })} />
      </div>
      <StaleWatch session={session} {...(onStale && { onStale })} />
      <ReviewRefused session={session} />
      <KeptOffers session={session} state={room.claim.state} />
      <ReviewContent session={session} room={room} person={person} today={today} />
    </div>
  );
}

interface ReviewContentProps {
  session: ReviewSession;
  room: RoomDiscussion;
  person: { name: string };
  today: string;
}

function ReviewContent({ session, room, person, today }: ReviewContentProps) {
  const isReady = useSessionFact(session, (facts) => facts.isReady);
  const right = useSessionFact(session, (facts) => facts.right);
  const refused = useSessionFact(session, (facts) => facts.refused);
  const hasUnsaved = useSessionFact(
    session,
    (facts) => !!facts.refused && facts.unsavedSince !== null,
  );
  // After a right has ended only one's own unsaved words are of use; the rest is not for these eyes any more.
  const isShut = refused !== null && saveRefusal(refused).mayRetry === false;
  if (isShut) return hasUnsaved ? <ReviewReading doc={session.doc} /> : null;
  if (!isReady) return <Skeleton lines={6} label="Opening the review" />;
  if (right === "read" || right === "comment") {
    return (
      <>
        <ReviewReading doc={session.doc} />
        <LiveDiscussion session={session} room={room} />
      </>
    );
  }
  const { verdict, summary, evidence } = reviewParts(session.doc);
  return (
    <SessionContext.Provider value={session}>
      <LiveDiscussion session={session} room={room}>
        <PartsOfReview>
          <RestoreOffer doc={session.doc} claimId={room.claim.id} />
          <RatingField doc={session.doc} verdict={verdict} />
          <SummaryField summary={summary} />
          <RationaleEditor session={session} />
          <OfferedAnswers session={session} claimId={room.claim.id} evidence={evidence} />
          <EvidenceList
            doc={session.doc}
            evidence={evidence}
            added={{ accessedOn: today, accessedBy: person.name }}
          />
          <SourcingFields doc={session.doc} person={person} />
        </PartsOfReview>
      </LiveDiscussion>
    </SessionContext.Provider>
  );
}

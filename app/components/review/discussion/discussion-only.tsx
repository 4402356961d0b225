import { useReviewSession, useSessionSnapshot } from "~/collab/use-review-session";

import { KeptOffers } from "../kept/kept-offers";
import { ReviewRefused } from "../review-refused";
import { StaleWatch } from "../stale-watch";
import { LiveDiscussion } from "./live-discussion";
import type { RoomDiscussion } from "./room-discussion";

export interface DiscussionOnlyProps {
  person: { id: string; name: string };
  room: RoomDiscussion;
  onStale?: () => void;
}

/** The discussion of a review that stands on the page as it was frozen. To be loaded lazily. */
export default function DiscussionOnly({ person, room, onStale }: DiscussionOnlyProps) {
  const session = useReviewSession(room.claim.id, person);
  return session ? <Opened session={session} room={room} {...(onStale && { onStale })} /> : null;
}

type OpenedProps = Omit<DiscussionOnlyProps, "person"> & {
  session: NonNullable<ReturnType<typeof useReviewSession>>;
};

function Opened({ session, room, onStale }: OpenedProps) {
  const { isReady, refused } = useSessionSnapshot(session);
  return (
    <>
      <StaleWatch session={session} {...(onStale && { onStale })} />
      <ReviewRefused session={session} />
      <KeptOffers session={session} state={room.claim.state} />
      {isReady && refused === null ? <LiveDiscussion session={session} room={room} /> : null}
    </>
  );
}

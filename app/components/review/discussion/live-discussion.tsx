import { useEffect, type ReactNode } from "react";
import { createPortal } from "react-dom";

import { useDiscussionThreads } from "~/collab/comments/use-discussion-threads";
import type { ReviewSession } from "~/collab/review-session";
import { useSessionFact } from "~/collab/use-review-session";
import { openThreads } from "~/domain/review/discussion";

import { SaveStatus } from "../save-status";
import { DiscussionPanel } from "./discussion-panel";
import { DiscussionProvider } from "./discussion-provider";
import { discussionNote } from "./discussion-note";
import { FieldComments } from "./field-comments";
import type { RoomDiscussion } from "./room-discussion";
import { StartComment } from "./start-comment";
import { StartProposal } from "./start-proposal";
import { useOneAcceptance } from "./use-one-acceptance";

export interface LiveDiscussionProps {
  session: ReviewSession;
  room: RoomDiscussion;
  /** The review itself, where it stands on this page; its fields can be commented on. */
  children?: ReactNode;
}

/** A review with its discussion: the panel and the button at the statement stand elsewhere on the page. */
export function LiveDiscussion({ session, room, children }: LiveDiscussionProps) {
  const right = useSessionFact(session, (facts) => facts.right);
  const note = useSessionFact(session, discussionNote);
  const mayComment = right === "write" || right === "comment";
  useOneAcceptance(session.doc, right === "write");
  const hasPlaces = children !== undefined;
  const { onOpenThreads } = room;
  const threads = useDiscussionThreads(session.doc);
  useEffect(() => onOpenThreads(openThreads(threads)), [threads, onOpenThreads]);
  return (
    <DiscussionProvider
      session={session}
      claimId={room.claim.id}
      mayComment={mayComment}
      mayDecide={right === "write"}
      colleagues={room.colleagues}
      nameOf={room.nameOf}
      hasPlaces={hasPlaces}
    >
      {children}
      {room.statement && hasPlaces
        ? createPortal(
            <FieldComments field="statement" name="the claim’s statement" />,
            room.statement,
          )
        : null}
      {room.panel
        ? createPortal(
            <DiscussionPanel
              note={note}
              status={hasPlaces || !mayComment ? null : <SaveStatus session={session} />}
              begin={
                hasPlaces || !mayComment ? null : (
                  <>
                    <StartComment doc={session.doc} />
                    <StartProposal doc={session.doc} />
                  </>
                )
              }
            />,
            room.panel,
          )
        : null}
    </DiscussionProvider>
  );
}

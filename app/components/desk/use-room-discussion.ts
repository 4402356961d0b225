import { useMemo, useState, type Ref } from "react";

import type { RoomDiscussion } from "~/components/review/discussion/room-discussion";
import { mentionable } from "~/domain/people/permissions";
import type { Thread } from "~/domain/review/discussion";

import type { ClaimRoomProps } from "./claim-room";

/** What a room shares with the discussion in it. */
export interface UsedDiscussion {
  discussion: RoomDiscussion;
  /** As the live review tells them; null until it has. */
  openThreads: readonly Thread[] | null;
  panelRef: Ref<HTMLDivElement>;
  statementRef: Ref<HTMLSpanElement>;
}

/** The people, the places and the open threads that the room and its discussion have in common. */
export function useRoomDiscussion({
  claim,
  person,
  reviewers,
  names,
}: Pick<ClaimRoomProps, "claim" | "person" | "reviewers" | "names">): UsedDiscussion {
  const [panel, panelRef] = useState<Element | null>(null);
  const [statement, statementRef] = useState<Element | null>(null);
  const [openThreads, onOpenThreads] = useState<readonly Thread[] | null>(null);
  const discussion = useMemo((): RoomDiscussion => {
    const known = new Map(reviewers.map(({ id, name }) => [id, name]));
    return {
      claim,
      colleagues: mentionable(reviewers, claim).filter(({ id }) => id !== person.id),
      nameOf: (id) => known.get(id) ?? names[id] ?? "A former colleague",
      panel,
      statement,
      onOpenThreads,
    };
  }, [claim, person.id, reviewers, names, panel, statement]);
  return { discussion, openThreads, panelRef, statementRef };
}

import type { ClaimInReview } from "~/domain/people/permissions";
import type { Thread } from "~/domain/review/discussion";

import type { Colleague } from "./discussion-context";

/** What the discussion needs of the room around the review, and where on the page its parts stand. */
export interface RoomDiscussion {
  claim: ClaimInReview & { id: string };
  /** Who can be mentioned. */
  colleagues: readonly Colleague[];
  nameOf: (personId: string) => string;
  /** Where the panel goes; null until the page has it. */
  panel: Element | null;
  /** Where the button to comment on the claim's statement goes. */
  statement: Element | null;
  /** Told whenever the open threads change. */
  onOpenThreads: (open: readonly Thread[]) => void;
}

import { createContext, useContext } from "react";

import type { AcceptOutcome } from "~/collab/comments/accept-proposal";
import type { ShownThread } from "~/collab/comments/discussion-watch";
import type { WordsAnchor } from "~/collab/comments/text-anchor";
import type { CommentAnchor } from "~/domain/review/discussion";

export interface Colleague {
  id: string;
  name: string;
}

/** What the parts of a room share of its discussion. */
export interface Discussion {
  /** In the order of the page. */
  threads: readonly ShownThread[];
  mayComment: boolean;
  /** Whether this person may write in the review, and so accept and decline what is proposed. */
  mayDecide: boolean;
  person: Colleague;
  /** Who can be mentioned. */
  colleagues: readonly Colleague[];
  nameOf: (personId: string) => string;
  /** What a new comment is being written about; null when none is. */
  pending: CommentAnchor | null;
  /** Whether it is other words for these that are being written. */
  isProposing: boolean;
  /** Whether a reload brought that back. */
  isRestored: boolean;
  /** Begins a comment. `back` takes the focus back when it is given up. */
  start: (anchor: CommentAnchor, back?: () => void) => void;
  /** Begins a proposal of other words. */
  propose: (anchor: WordsAnchor, back?: () => void) => void;
  giveUp: () => void;
  /** The thread that is being looked at. */
  active: string | null;
  /** Shows the thread of a comment in the panel and puts the focus on it. */
  open: (commentId: string) => void;
  /** Which threads the panel shows. */
  filter: DiscussionFilter;
  onFilter: (filter: DiscussionFilter) => void;
  /** Where in the session's storage an unsent comment is kept. */
  draftKey: (slot: string) => string;
  /** Says something to whoever listens to the page. */
  announce: (words: string) => void;
  /** Shows what a thread is about; null where nothing of it stands on this page. */
  showPlace: ((thread: ShownThread) => void) | null;
  /** Sets a thread off in the panel, and leaves the focus where it is. */
  point: (threadId: string) => void;
  /** Told by the editor of the rationale how words of it are shown. */
  onShowWords: (show: ShowWords | null) => void;
  /** Sends what the person decided. */
  write: DiscussionWriter;
}

export type ShowWords = (anchor: WordsAnchor) => void;

export type DiscussionFilter = "open" | "resolved";

export interface WrittenWords {
  words: string;
  mentions: string[];
}

export interface DiscussionWriter {
  /** Answers with the id of the thread. */
  start: (anchor: CommentAnchor, written: WrittenWords) => string;
  reply: (threadId: string, written: WrittenWords) => void;
  edit: (commentId: string, written: WrittenWords) => void;
  remove: (commentId: string) => void;
  resolve: (threadId: string) => void;
  reopen: (threadId: string) => void;
  /** Answers with the id of the thread. */
  propose: (anchor: WordsAnchor, replacement: string, written: WrittenWords) => string;
  /** `seen` are the words to be replaced as the person was shown them. */
  accept: (threadId: string, seen: string) => AcceptOutcome;
  decline: (threadId: string, word: string) => void;
  withdraw: (threadId: string) => void;
}

export const DiscussionContext = createContext<Discussion | null>(null);

export function useDiscussion(): Discussion {
  const discussion = useContext(DiscussionContext);
  if (discussion === null) throw new Error("There is no discussion around this component.");
  return discussion;
}

import { useMemo, useRef, useState, type ReactNode } from "react";

import { useDiscussionThreads } from "~/collab/comments/use-discussion-threads";
import type { ReviewSession } from "~/collab/review-session";
import { isOpen, type CommentAnchor } from "~/domain/review/discussion";

import { keepAnchor, readAnchor } from "./anchor-draft";
import { commentElementId } from "./comment-link";
import {
  DiscussionContext,
  type Colleague,
  type Discussion,
  type DiscussionFilter,
  type ShowWords,
} from "./discussion-context";
import { showField } from "./field-place";
import { newWordsSlot } from "./new-proposal";
import { newThreadSlot } from "./new-thread";
import { keepDraft, readDraft } from "./use-draft";
import { useLinkedComment } from "./use-linked-comment";
import { useNews } from "./use-news";
import { discussionWriter } from "./write-discussion";

export interface DiscussionProviderProps {
  session: ReviewSession;
  claimId: string;
  mayComment: boolean;
  mayDecide: boolean;
  /** Who can be mentioned. */
  colleagues: readonly Colleague[];
  nameOf: (personId: string) => string;
  /** Whether the review itself stands on this page, with the places that comments are about. */
  hasPlaces: boolean;
  children: ReactNode;
}

/** Only where the panel stands beside the review: under it, the page would jump away from what one reads. */
function scrollBeside(threadId: string): void {
  if (!matchMedia("(min-width: 64rem)").matches) return;
  document.getElementById(commentElementId(threadId))?.scrollIntoView({ block: "nearest" });
}

/** Holds together what the parts of a room share of its discussion, and says aloud what others add to it. */
export function DiscussionProvider(props: DiscussionProviderProps) {
  const { session, claimId, mayComment, mayDecide, colleagues, nameOf, hasPlaces, children } =
    props;
  const threads = useDiscussionThreads(session.doc);
  const person = session.user;
  const draftKey = (slot: string) => `countersign.comment:${person.id}:${claimId}:${slot}`;
  const anchorKey = draftKey("about");
  const [pending, setPending] = useState(() => (mayComment ? readAnchor(anchorKey) : null));
  const proposesKey = draftKey("proposes");
  const [isProposing, setProposing] = useState(() => readDraft(proposesKey) !== null);
  const [isRestored, setRestored] = useState(true);
  const [filter, onFilter] = useState<DiscussionFilter>("open");
  const [active, setActive] = useState<string | null>(null);
  const [spoken, announce] = useState("");
  const takeFocusBack = useRef<() => void>(() => undefined);
  const showWords = useRef<ShowWords | null>(null);
  const writer = useMemo(() => discussionWriter(session.doc, person.id), [session.doc, person.id]);

  const begin = (anchor: CommentAnchor | null, proposes = false) => {
    setPending(anchor);
    setProposing(proposes);
    setRestored(false);
    keepAnchor(anchorKey, anchor);
    keepDraft(proposesKey, proposes ? "yes" : "");
  };
  const begun = (threadId: string) => {
    begin(null);
    onFilter("open");
    look(threadId);
    return threadId;
  };
  const look = (threadId: string) => {
    setActive(threadId);
    // After the list is drawn with it.
    requestAnimationFrame(() => document.getElementById(commentElementId(threadId))?.focus());
  };
  const open = (commentId: string) => {
    const thread = threads.find(({ comments }) => comments.some(({ id }) => id === commentId));
    if (!thread) return;
    onFilter(isOpen(thread) ? "open" : "resolved");
    look(thread.id);
  };
  const discussion: Discussion = {
    threads,
    mayComment,
    mayDecide,
    person,
    colleagues,
    nameOf,
    pending,
    isProposing,
    isRestored,
    filter,
    onFilter,
    active,
    draftKey,
    announce,
    open,
    point(threadId) {
      const thread = threads.find(({ id }) => id === threadId);
      if (thread) onFilter(isOpen(thread) ? "open" : "resolved");
      setActive(threadId);
      requestAnimationFrame(() => scrollBeside(threadId));
    },
    write: {
      ...writer,
      start: (anchor, written) => begun(writer.start(anchor, written)),
      propose: (anchor, replacement, written) =>
        begun(writer.propose(anchor, replacement, written)),
    },
    start(anchor, back = () => undefined) {
      takeFocusBack.current = back;
      begin(anchor);
    },
    propose(anchor, back = () => undefined) {
      takeFocusBack.current = back;
      begin(anchor, true);
    },
    giveUp() {
      begin(null);
      keepDraft(draftKey(newThreadSlot), "");
      if (pending?.kind === "words") keepDraft(draftKey(newWordsSlot(pending)), "");
      takeFocusBack.current();
    },
    showPlace: hasPlaces
      ? (thread) => {
          setActive(thread.id);
          if (thread.anchor.kind === "words") showWords.current?.(thread.anchor);
          else showField(thread.anchor);
        }
      : null,
    onShowWords: (show) => {
      showWords.current = show;
    },
  };
  useLinkedComment(open);
  useNews(session, nameOf, announce);
  return (
    <DiscussionContext.Provider value={discussion}>
      {children}
      <p role="status" className="sr-only">
        {spoken}
      </p>
    </DiscussionContext.Provider>
  );
}

import { useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { Time } from "~/components/ui/time";
import type { Comment } from "~/domain/review/discussion";

import { CommentComposer } from "./comment-composer";
import { CommentWords } from "./comment-words";
import { useDiscussion } from "./discussion-context";
import { readDraft } from "./use-draft";

export interface CommentItemProps {
  comment: Comment;
  /** It is what came with a proposal: it may say nothing, and goes only with the proposal. */
  isProposal?: boolean;
}

/** One comment: who, when, what; one's own can be changed and taken back. */
export function CommentItem({ comment, isProposal = false }: CommentItemProps) {
  const { person, mayComment, nameOf, write, draftKey, announce } = useDiscussion();
  const slot = `edit:${comment.id}`;
  const isOwn = mayComment && comment.author === person.id && !comment.isRemoved;
  const isSilent = isProposal && comment.words === "";
  const [isEditing, setEditing] = useState(() => isOwn && readDraft(draftKey(slot)) !== null);
  const [isAsked, setAsked] = useState(false);
  const [isSure, setSure] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const done = () => {
    setEditing(false);
    // After the button is there again.
    requestAnimationFrame(() => edit.current?.focus());
  };
  const name = nameOf(comment.author);
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{name}</span>
        <span className="text-muted">
          <Time iso={comment.at} />
          {comment.editedAt !== null && !comment.isRemoved ? " · edited" : ""}
        </span>
      </p>
      {isEditing ? (
        <CommentComposer
          label="Your comment"
          takesFocus={isAsked}
          send="Save"
          slot={slot}
          initial={comment.words}
          onSend={(written) => {
            write.edit(comment.id, written);
            announce("Comment changed.");
            done();
          }}
          onCancel={done}
        />
      ) : comment.isRemoved ? (
        <p className="text-muted italic">Taken back by {name}.</p>
      ) : isSilent ? null : (
        <CommentWords comment={comment} />
      )}
      {isOwn && !isEditing && !isSilent ? (
        <div className="-mx-2 flex gap-1">
          <Button
            ref={edit}
            type="button"
            variant="quiet"
            size="small"
            onClick={() => {
              setAsked(true);
              setEditing(true);
            }}
          >
            Edit<span className="sr-only"> your comment</span>
          </Button>
          {isProposal ? null : (
            <Button
              type="button"
              variant="quiet"
              size="small"
              onBlur={() => setSure(false)}
              onClick={() => {
                if (!isSure) return setSure(true);
                write.remove(comment.id);
                announce("Comment taken back.");
              }}
            >
              {isSure ? "Yes, take it back" : "Take back"}
              <span className="sr-only"> your comment</span>
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}

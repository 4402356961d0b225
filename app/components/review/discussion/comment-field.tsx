import clsx from "clsx";
import { useEffect, useId, useRef } from "react";

import { commentSize, longestComment } from "~/domain/review/discussion";

import { controlClass } from "../live-field";
import { useDiscussion } from "./discussion-context";
import { MentionList } from "./mention-list";
import { useMentions } from "./use-mentions";

export interface CommentFieldProps {
  label: string;
  words: string;
  setWords: (words: string) => void;
  rows?: number;
  takesFocus: boolean;
  /** Control+Enter. */
  onSubmit: () => void;
  onEscape: () => void;
}

export const isTooLong = (words: string): boolean => commentSize(words) > longestComment;

/** A text field in which an @ asks for a colleague. */
export function CommentField(props: CommentFieldProps) {
  const { label, words, setWords, rows = 3, takesFocus, onSubmit, onEscape } = props;
  const { colleagues } = useDiscussion();
  const field = useRef<HTMLTextAreaElement>(null);
  const mentions = useMentions(field, colleagues, setWords);
  const id = useId();
  const isOpen = mentions.people.length > 0;
  const isWrong = isTooLong(words);

  useEffect(() => {
    const control = field.current;
    if (!control || !takesFocus) return;
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
  }, [takesFocus]);

  return (
    <>
      <div className="relative flex flex-col gap-1">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={rows}
          value={words}
          // A combobox only while there is something to choose from; otherwise a field for several lines.
          role={isOpen ? "combobox" : undefined}
          aria-expanded={isOpen || undefined}
          aria-controls={isOpen ? `${id}people` : undefined}
          aria-activedescendant={isOpen ? `${id}person${mentions.at}` : undefined}
          aria-autocomplete="list"
          aria-keyshortcuts="Control+Enter"
          aria-invalid={isWrong || undefined}
          aria-describedby={`${id}hint`}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            mentions.look();
          }}
          onSelect={mentions.look}
          onBlur={mentions.close}
          onKeyDown={(event) => {
            if (mentions.onKeyDown(event)) return;
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              onSubmit();
            }
            if (event.key === "Escape") onEscape();
          }}
          className={clsx(controlClass, "resize-y")}
        />
        <MentionList id={id} mentions={mentions} />
      </div>
      <p id={`${id}hint`} className={isWrong ? "text-sm text-danger" : "text-sm text-muted"}>
        {isWrong
          ? "This is longer than a comment may be. Shorten it, or make two of it."
          : "@ mentions a colleague. Ctrl+Enter sends."}
      </p>
    </>
  );
}

import clsx from "clsx";
import { useEffect, useId, useRef } from "react";

import { Button } from "~/components/ui/button";
import { commentSize, longestComment, mentionsIn } from "~/domain/review/discussion";

import { controlClass } from "../live-field";
import { useDiscussion, type WrittenWords } from "./discussion-context";
import { MentionList } from "./mention-list";
import { useDraft } from "./use-draft";
import { useMentions } from "./use-mentions";

export interface CommentComposerProps {
  label: string;
  /** What the button says. */
  send: string;
  /** Where unsent words are kept; one for each thing that one can write. */
  slot: string;
  initial?: string;
  /** False for words that a reload brought back: nobody asked for the focus. */
  takesFocus: boolean;
  onSend: (written: WrittenWords) => void;
  onCancel: () => void;
}

/** Where a comment is written. Control+Enter sends, Escape gives up. */
export function CommentComposer(props: CommentComposerProps) {
  const { label, send, slot, initial = "", takesFocus, onSend, onCancel } = props;
  const { colleagues, draftKey } = useDiscussion();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(draftKey(slot), initial);
  const mentions = useMentions(field, colleagues, setWords);
  const id = useId();
  const isTooLong = commentSize(words) > longestComment;
  const isOpen = mentions.people.length > 0;

  useEffect(() => {
    const control = field.current;
    if (!control || !takesFocus) return;
    control.focus();
    control.setSelectionRange(control.value.length, control.value.length);
  }, [takesFocus]);

  const submit = () => {
    const written = words.trim();
    if (written === "" || isTooLong) return field.current?.focus();
    setWords(initial);
    onSend({ words: written, mentions: mentionsIn(written, colleagues) });
  };
  const cancel = () => {
    setWords(initial);
    onCancel();
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="relative flex flex-col gap-1">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          value={words}
          // A combobox only while there is something to choose from; otherwise a field for several lines.
          role={isOpen ? "combobox" : undefined}
          aria-expanded={isOpen || undefined}
          aria-controls={isOpen ? `${id}people` : undefined}
          aria-activedescendant={isOpen ? `${id}person${mentions.at}` : undefined}
          aria-autocomplete="list"
          aria-keyshortcuts="Control+Enter"
          aria-invalid={isTooLong || undefined}
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
              submit();
            }
            // Words are given up by the button alone: a key is too easily pressed.
            if (event.key === "Escape" && words.trim() === initial) cancel();
          }}
          className={clsx(controlClass, "resize-y")}
        />
        <MentionList id={id} mentions={mentions} />
      </div>
      <p id={`${id}hint`} className={isTooLong ? "text-sm text-danger" : "text-sm text-muted"}>
        {isTooLong
          ? "This is longer than a comment may be. Shorten it, or make two of it."
          : "@ mentions a colleague. Ctrl+Enter sends."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" variant="primary" size="small" onClick={submit}>
          {send}
        </Button>
        <Button type="button" size="small" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

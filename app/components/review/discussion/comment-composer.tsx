import { useRef } from "react";

import { Button } from "~/components/ui/button";
import { mentionsIn } from "~/domain/review/discussion";

import { CommentField, isTooLong } from "./comment-field";
import { useDiscussion, type WrittenWords } from "./discussion-context";
import { useDraft } from "./use-draft";

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
  const box = useRef<HTMLDivElement>(null);
  const [words, setWords] = useDraft(draftKey(slot), initial);

  const submit = () => {
    const written = words.trim();
    if (written === "" || isTooLong(words)) return box.current?.querySelector("textarea")?.focus();
    setWords(initial);
    onSend({ words: written, mentions: mentionsIn(written, colleagues) });
  };
  const cancel = () => {
    setWords(initial);
    onCancel();
  };
  return (
    <div ref={box} className="flex flex-col gap-2">
      <CommentField
        label={label}
        words={words}
        setWords={setWords}
        takesFocus={takesFocus}
        onSubmit={submit}
        // Words are given up by the button alone: a key is too easily pressed.
        onEscape={() => {
          if (words.trim() === initial) cancel();
        }}
      />
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

import clsx from "clsx";
import { useEffect, useId, useRef, useState } from "react";

import { Button } from "~/components/ui/button";
import { longestWord } from "~/domain/review/discussion";

import { controlClass } from "../live-field";
import { useDiscussion } from "./discussion-context";
import { useDraft } from "./use-draft";

export interface DeclineFormProps {
  /** Where the unsent reason is kept. */
  slot: string;
  takesFocus: boolean;
  onDecline: (word: string) => void;
  onCancel: () => void;
}

/** Where one says why a proposal is declined. */
export function DeclineForm({ slot, takesFocus, onDecline, onCancel }: DeclineFormProps) {
  const { draftKey } = useDiscussion();
  const field = useRef<HTMLTextAreaElement>(null);
  const [word, setWord] = useDraft(draftKey(slot));
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const decline = () => {
    setMissing(word.trim() === "");
    if (word.trim() === "") return field.current?.focus();
    setWord("");
    onDecline(word.trim());
  };
  const cancel = () => {
    setWord("");
    onCancel();
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        Why not
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        value={word}
        maxLength={longestWord}
        required
        aria-invalid={isMissing || undefined}
        aria-describedby={`${id}hint`}
        aria-keyshortcuts="Control+Enter"
        onChange={(event) => {
          setWord(event.currentTarget.value);
          setMissing(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && word === "") cancel();
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          decline();
        }}
        className={clsx(controlClass, "resize-y")}
      />
      <p id={`${id}hint`} className={clsx("text-sm", isMissing ? "text-danger" : "text-muted")}>
        {isMissing ? "Say why in a word." : "Whoever proposed it reads this. Ctrl+Enter sends."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" variant="primary" size="small" onClick={decline}>
          Decline
        </Button>
        <Button type="button" size="small" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

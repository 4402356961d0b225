import clsx from "clsx";
import { PencilLine } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";

import type { WordsAnchor } from "~/collab/comments/text-anchor";
import { Button } from "~/components/ui/button";
import { commentSize, longestReplacement, mentionsIn } from "~/domain/review/discussion";

import { controlClass } from "../live-field";
import { CommentField, isTooLong } from "./comment-field";
import { useDiscussion } from "./discussion-context";
import { newThreadSlot } from "./new-thread";
import { useDraft } from "./use-draft";

/** Where the words of an unsent proposal are kept: apart for all that it could be about. */
export const newWordsSlot = ({ from, to }: WordsAnchor): string => `words:${from}:${to}`;

/** A proposal being written: other words for those selected, and a comment if one wants. */
export function NewProposal({ anchor }: { anchor: WordsAnchor }) {
  const { write, giveUp, announce, isRestored, draftKey, colleagues } = useDiscussion();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(draftKey(newWordsSlot(anchor)), anchor.quote);
  const [comment, setComment] = useDraft(draftKey(newThreadSlot));
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  useEffect(() => {
    if (isRestored) return;
    field.current?.focus();
    field.current?.select();
  }, [isRestored]);

  const submit = () => {
    // The words stand in one line of one paragraph.
    const replacement = words.replace(/\s*\n\s*/gu, " ").trim();
    const wrong = problemOf(anchor.quote, replacement);
    setProblem(wrong);
    if (wrong !== null) return field.current?.focus();
    if (isTooLong(comment)) return;
    const said = comment.trim();
    setWords(anchor.quote);
    setComment("");
    write.propose(anchor, replacement, { words: said, mentions: mentionsIn(said, colleagues) });
    announce("Proposal added.");
  };
  const escape = () => {
    if (words === anchor.quote && comment.trim() === "") giveUp();
  };
  return (
    <section
      aria-label="New proposal"
      className="flex flex-col gap-2 rounded-lg border border-accent bg-raised p-3"
    >
      <p className="flex gap-1.5 text-sm text-muted">
        <PencilLine aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="min-w-0 wrap-anywhere">
          Instead of <del className="rounded-xs bg-danger-soft text-danger">{anchor.quote}</del>
        </span>
      </p>
      <label htmlFor={id} className="text-sm font-medium">
        Words you propose
      </label>
      <textarea
        ref={field}
        id={id}
        rows={Math.min(8, Math.max(2, Math.ceil(anchor.quote.length / 40)))}
        value={words}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${id}hint`}
        aria-keyshortcuts="Control+Enter"
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") escape();
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          submit();
        }}
        className={clsx(controlClass, "resize-y")}
      />
      <p
        id={`${id}hint`}
        role="status"
        className={clsx("text-sm", problem ? "text-danger" : "text-muted")}
      >
        {problem ?? "Leave it empty to propose that they go."}
      </p>
      <CommentField
        label="Comment (optional)"
        words={comment}
        setWords={setComment}
        rows={2}
        takesFocus={false}
        onSubmit={submit}
        onEscape={escape}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="button" variant="primary" size="small" onClick={submit}>
          Propose
        </Button>
        <Button type="button" size="small" onClick={giveUp}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function problemOf(old: string, replacement: string): string | null {
  if (replacement === old) return "These are the words as they stand. Change them first.";
  return commentSize(replacement) > longestReplacement
    ? "This is longer than a proposal may be. Shorten it."
    : null;
}

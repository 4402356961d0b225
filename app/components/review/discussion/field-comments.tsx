import { MessageSquare, MessageSquarePlus } from "lucide-react";
import { useRef } from "react";

import { Button } from "~/components/ui/button";
import { isOpen, type CommentedField } from "~/domain/review/discussion";

import { useDiscussion } from "./discussion-context";

export interface FieldCommentsProps {
  field: CommentedField;
  /** The card of a piece of evidence. */
  card?: string;
  /** What the field is called behind "Comment on". */
  name: string;
}

/** Beside a field: a button to comment on it, and how many open threads there are, which leads to the first. */
export function FieldComments({ field, card, name }: FieldCommentsProps) {
  const { threads, mayComment, start, open } = useDiscussion();
  const button = useRef<HTMLButtonElement>(null);
  const about = threads.filter(
    (thread) =>
      isOpen(thread) &&
      thread.anchor.kind === "field" &&
      thread.anchor.field === field &&
      thread.anchor.card === card,
  );
  const [first] = about;
  return (
    <span className="inline-flex gap-0.5">
      {first ? (
        <Button
          type="button"
          variant="quiet"
          size="small"
          icon={MessageSquare}
          onClick={() => open(first.id)}
        >
          {about.length}
          <span className="sr-only">
            {about.length === 1 ? " open thread on " : " open threads on "}
            {name}
          </span>
        </Button>
      ) : null}
      {mayComment ? (
        <Button
          ref={button}
          type="button"
          variant="quiet"
          size="small"
          icon={MessageSquarePlus}
          title={`Comment on ${name}`}
          onClick={() => {
            const anchor = { kind: "field", field, ...(card !== undefined && { card }) } as const;
            start(anchor, () => button.current?.focus());
          }}
        >
          <span className="sr-only">Comment on {name}</span>
        </Button>
      ) : null}
    </span>
  );
}

import { MessageSquarePlus } from "lucide-react";
import { useRef, useState } from "react";
import type * as Y from "yjs";

import { readCard, reviewParts, shownCards } from "~/collab/review-document";
import { Button } from "~/components/ui/button";
import { commentedFields, fieldName, type CommentedField } from "~/domain/review/discussion";

import { controlClass, LiveField } from "../live-field";
import { useDiscussion } from "./discussion-context";

/** Begins a comment on a part of the review that is chosen by name, where the review stands here frozen. */
export function StartComment({ doc }: { doc: Y.Doc }) {
  const { start } = useDiscussion();
  const [chosen, setChosen] = useState("rationale");
  const button = useRef<HTMLButtonElement>(null);
  const cards = shownCards(reviewParts(doc).evidence).map(readCard);
  const begin = () => {
    const field = commentedFields.find((known) => known === chosen);
    start(
      field ? { kind: "field", field } : { kind: "field", field: "evidence", card: chosen },
      () => button.current?.focus(),
    );
  };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <LiveField label="Comment on" className="grow">
        {(described) => (
          <select
            {...described}
            value={chosen}
            className={controlClass}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {commentedFields.filter(isOnce).map((field) => (
              <option key={field} value={field}>
                {fieldName(field)}
              </option>
            ))}
            {cards.map(({ id, title }, index) => (
              <option key={id} value={id}>
                evidence {index + 1}
                {title ? `: ${title}` : ""}
              </option>
            ))}
          </select>
        )}
      </LiveField>
      <Button ref={button} type="button" icon={MessageSquarePlus} onClick={begin}>
        Write
      </Button>
    </div>
  );
}

const isOnce = (field: CommentedField): boolean => field !== "evidence";

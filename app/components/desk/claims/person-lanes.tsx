import clsx from "clsx";
import { UserRound } from "lucide-react";
import { useState } from "react";

import type { Person } from "~/domain/people/person";

/** As many people as fit beside each other; all others are reached by a card's own button. */
const mostLanes = 12;

export interface PersonLanesProps {
  reviewers: readonly Person[];
  /** Whether the card that is being dragged can be given to this person. */
  canLead: (personId: string) => boolean;
  onDrop: (personId: string) => void;
}

/** People onto whom a card can be dropped, to lead its review. */
export function PersonLanes({ reviewers, canLead, onDrop }: PersonLanesProps) {
  const [over, setOver] = useState<string | null>(null);
  const isOpen = reviewers.some(({ id }) => canLead(id));
  return (
    <div className="flex flex-wrap items-center gap-1.5" aria-hidden={!isOpen || undefined}>
      {/* Both in one place, so that nobody moves from under the card that is being dragged. */}
      <span className="grid text-sm text-muted">
        <span className={clsx("[grid-area:1/1]", isOpen && "invisible")}>
          Drag a card onto a person or a state, or use its buttons.
        </span>
        <span className={clsx("[grid-area:1/1]", !isOpen && "invisible")}>
          Drop on who is to lead:
        </span>
      </span>
      {reviewers.slice(0, mostLanes).map(({ id, name }) => (
        <span
          key={id}
          data-lane={id}
          onDragOver={(event) => {
            if (!canLead(id)) return;
            event.preventDefault();
            setOver(id);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(null);
            if (canLead(id)) onDrop(id);
          }}
          className={clsx(
            "inline-flex min-h-8 items-center gap-1.5 rounded-md border px-2 text-sm",
            canLead(id) ? "border-accent text-ink" : "border-line text-muted",
            over === id && canLead(id) ? "bg-accent-soft" : "bg-raised",
          )}
        >
          <UserRound aria-hidden className="size-4" />
          {name}
        </span>
      ))}
    </div>
  );
}

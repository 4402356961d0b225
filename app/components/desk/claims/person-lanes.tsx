import clsx from "clsx";
import { UserRound } from "lucide-react";
import { useState } from "react";

import type { Person } from "~/domain/people/person";

/** As many people as fit beside each other; others are found by their name, or reached by a card's own button. */
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
  const [sought, setSought] = useState("");
  const isOpen = reviewers.some(({ id }) => canLead(id));
  const words = sought.trim().toLowerCase();
  const found = reviewers.filter(({ name }) => name.toLowerCase().includes(words));
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {/* Both in one place, so that nobody moves from under the card that is being dragged. */}
      <span className="grid text-sm text-muted">
        <span className={clsx("[grid-area:1/1]", isOpen && "invisible")}>
          Drag a card onto a person or a state, or use its buttons.
        </span>
        <span className={clsx("[grid-area:1/1]", !isOpen && "invisible")}>
          Drop on who is to lead:
        </span>
      </span>
      {reviewers.length > mostLanes ? (
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          placeholder="Find a person"
          aria-label="Find a person to drop a card on"
          className="min-h-8 w-36 rounded-md border border-line-strong bg-raised px-2 text-sm"
        />
      ) : null}
      {found.length === 0 ? <span className="text-sm text-muted">Nobody of that name.</span> : null}
      {found.slice(0, mostLanes).map(({ id, name }) => (
        <span
          key={id}
          data-lane={id}
          // Names of people, of use only to whoever drags.
          aria-hidden={!isOpen || undefined}
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
      {found.length > mostLanes ? (
        <span className="text-sm text-muted">and {found.length - mostLanes} more</span>
      ) : null}
    </div>
  );
}

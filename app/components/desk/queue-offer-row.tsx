import { Link } from "@remix-run/react";

import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";

export interface QueueOffer {
  claim: Pick<Claim, "id" | "statement">;
  leadName: string | null;
  idleSince: string;
}

export interface QueueOfferRowProps {
  offer: QueueOffer;
  /** Whether this person can name another lead themselves. */
  mayAssign: boolean;
}

/** A claim in review that nobody has worked on for days, and what to do to take it over. */
export function QueueOfferRow({ offer, mayAssign }: QueueOfferRowProps) {
  const { claim, leadName, idleSince } = offer;
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span className="text-muted">Offered</span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/claims/${claim.id}`}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {claim.statement}
        </Link>
        <span className="text-sm text-muted">
          {leadName ?? "Its lead"} leads it.{" "}
          {mayAssign ? "Open it to name another lead." : "Ask an editor to name you as its lead."}
        </span>
      </span>
      <span className="text-sm text-muted">
        Untouched since <Time iso={idleSince} />
      </span>
    </li>
  );
}

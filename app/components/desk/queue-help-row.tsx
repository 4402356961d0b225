import { Link } from "@remix-run/react";

import { Time } from "~/components/ui/time";
import type { Claim } from "~/domain/claim/claim";

import { HelpBadge } from "./help-request";

export interface QueueHelp {
  id: string;
  claim: Pick<Claim, "id" | "statement">;
  question: string;
  byName: string;
  askedAt: string;
}

/** A review whose writers ask the desk for help, and with what. */
export function QueueHelpRow({ help }: { help: QueueHelp }) {
  const { claim, question, byName, askedAt } = help;
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span>
        <HelpBadge />
      </span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/claims/${claim.id}#help`}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {claim.statement}
        </Link>
        <span className="line-clamp-3 text-sm text-muted wrap-anywhere">
          {byName}: “{question}”
        </span>
      </span>
      <Time iso={askedAt} className="text-sm text-muted" />
    </li>
  );
}

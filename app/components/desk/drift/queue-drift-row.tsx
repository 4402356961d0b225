import { Link } from "@remix-run/react";

import { Time } from "~/components/ui/time";
import type { DriftMark } from "~/domain/article/drift/shown";

import { DriftBadge } from "./drift-marks";

/** A published claim whose article does not say any more what the verdict is about. */
export function QueueDriftRow({ mark }: { mark: DriftMark }) {
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span>
        <DriftBadge />
      </span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/claims/${mark.claimId}`}
          className="scroll-my-20 rounded-sm font-medium after:absolute after:inset-0 hover:underline"
        >
          {mark.statement}
        </Link>
        <span className="text-sm text-muted">
          Published, and version {mark.number} of the article says something else
        </span>
      </span>
      <Time iso={mark.foundAt} className="text-sm text-muted" />
    </li>
  );
}

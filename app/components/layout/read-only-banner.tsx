import { Lock } from "lucide-react";

import { readOnlyBannerId } from "~/components/ui/desk-read-only";
import { Time } from "~/components/ui/time";
import type { ReadOnlyDesk } from "~/domain/people/read-only-desk";

/** Said on every page of the desk while nothing can be changed: since when, why, and what that means. */
export function ReadOnlyBanner({ readOnly: { reason, since, by } }: { readOnly: ReadOnlyDesk }) {
  const why = /[.!?…]$/.test(reason) ? reason : `${reason}.`;
  return (
    <div
      id={readOnlyBannerId}
      role="status"
      className="flex gap-2.5 border-b border-warning-line bg-warning-soft px-4 py-2 text-sm sm:px-6"
    >
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
      <p className="min-w-0 break-words">
        <strong className="font-semibold">The desk is read-only</strong> since <Time iso={since} />
        {by === null ? "" : `, by ${by}`}: {why} Everything can be read; nothing can be changed
        until an admin opens the desk again.
      </p>
    </div>
  );
}

import { Link } from "@remix-run/react";
import { MessageSquareWarning } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Time } from "~/components/ui/time";
import type { ErrorReport } from "~/domain/report/error-report";

/** That a reader holds something in a published verdict to be wrong. */
export function QueueErrorRow({ report }: { report: ErrorReport }) {
  return (
    <li
      data-row=""
      className="relative focus-within:bg-surface grid gap-x-6 gap-y-1.5 px-4 py-3 hover:bg-surface md:grid-cols-[12rem_minmax(0,1fr)_13rem]"
    >
      <span>
        <Badge tone="warning" icon={MessageSquareWarning}>
          Error reported
        </Badge>
      </span>
      <span className="flex min-w-0 flex-col gap-0.5">
        <Link
          data-row-link=""
          to={`/desk/errors#${report.id}`}
          className="scroll-my-20 rounded-sm font-medium wrap-anywhere after:absolute after:inset-0 hover:underline"
        >
          {report.shortClaim}
        </Link>
        <span className="line-clamp-2 text-sm text-muted wrap-anywhere">{report.words}</span>
      </span>
      <Time iso={report.at} className="text-sm text-muted" />
    </li>
  );
}

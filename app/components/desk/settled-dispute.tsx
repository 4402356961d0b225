import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";

import type { SettledAs } from "./claim-room";

export interface SettledDisputeProps {
  settled: SettledAs;
  by: string;
}

/** Both ratings, the final one, by whom and why. */
export function SettledDispute({ settled, by }: SettledDisputeProps) {
  return (
    <div className="flex flex-col gap-2 text-sm">
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5">
        <dt className="text-muted">Lead</dt>
        <dd>
          <RatingBadge rating={settled.firstRating} size="small" />
        </dd>
        <dt className="text-muted">Second</dt>
        <dd>
          <RatingBadge rating={settled.secondRating} size="small" />
        </dd>
        <dt className="text-muted">Final</dt>
        <dd>
          <RatingBadge rating={settled.finalRating} size="small" />
        </dd>
      </dl>
      <p className="whitespace-pre-line">{settled.reason}</p>
      <p className="text-muted">
        {by}, <Time iso={settled.decidedAt} />
      </p>
    </div>
  );
}

import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { settlementLabel } from "~/domain/review/dispute";

import type { SettledAs } from "../claim-room";
import type { DisputeTalk } from "./dispute-room";
import { RemarkList } from "./remarks";
import { VoteList } from "./vote-list";

export interface SettledDisputeProps {
  settled: SettledAs;
  talk: Pick<DisputeTalk, "votes" | "remarks">;
  nameOf: (id: string) => string;
}

/** Both ratings, the final one, how it was settled, by whom and why, with the votes and what was said. */
export function SettledDispute({ settled, talk, nameOf }: SettledDisputeProps) {
  const isOfThis = ({ versionId }: { versionId: string }) =>
    versionId === settled.disputedVersionId;
  const votes = talk.votes.filter(isOfThis);
  const remarks = talk.remarks.filter(isOfThis);
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="font-medium">{settlementLabel[settled.how]}</p>
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
      {settled.how === "voted" && votes.length > 0 ? null : (
        <>
          <p className="wrap-anywhere whitespace-pre-line">{settled.reason}</p>
          <p className="text-muted">
            {nameOf(settled.by)}, <Time iso={settled.decidedAt} />
          </p>
        </>
      )}
      {votes.length > 0 ? (
        <VoteList
          votes={votes}
          carried={
            settled.round === null ? null : { round: settled.round, rating: settled.finalRating }
          }
          nameOf={nameOf}
        />
      ) : null}
      {remarks.length > 0 ? (
        <details className="rounded-md border border-line">
          <summary className="min-h-9 px-3 py-1.5 font-medium">
            What was said about it ({remarks.length})
          </summary>
          <div className="border-t border-line p-3">
            <RemarkList remarks={remarks} nameOf={nameOf} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

import { Badge } from "~/components/ui/badge";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { DisputeVote } from "~/domain/review/dispute";
import type { Rating } from "~/domain/verdict/rating";

export interface VoteListProps {
  votes: readonly DisputeVote[];
  /** The round that carried and its rating, once there is one: what differs from it is dissent. */
  carried?: { round: number; rating: Rating } | null;
  nameOf: (id: string) => string;
}

/** Who voted for what and why, round by round. */
export function VoteList({ votes, carried = null, nameOf }: VoteListProps) {
  const rounds = [...new Set(votes.map(({ round }) => round))];
  return (
    <div className="flex flex-col gap-4">
      {rounds.map((round) => (
        <div key={round} className="flex flex-col gap-2">
          {rounds.length > 1 || round > 1 ? (
            <p className="text-sm font-medium text-muted">Round {round}</p>
          ) : null}
          <ul className="flex flex-col gap-3">
            {votes
              .filter((vote) => vote.round === round)
              .map((vote) => (
                <li key={vote.id} className="flex flex-col gap-1 border-l-2 border-line pl-3">
                  <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <span className="font-medium">{nameOf(vote.by)}</span>
                    <RatingBadge rating={vote.rating} size="small" />
                    {carried?.round === round && carried.rating !== vote.rating ? (
                      <Badge tone="warning">
                        {vote.mayPublish ? "Dissent, may be published" : "Dissent"}
                      </Badge>
                    ) : null}
                  </p>
                  <p className="text-sm wrap-anywhere whitespace-pre-line">{vote.reason}</p>
                  <Time iso={vote.castAt} className="text-sm text-muted" />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

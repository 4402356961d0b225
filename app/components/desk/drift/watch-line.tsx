import { Link } from "@remix-run/react";
import { Eye, EyeOff } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { WithoutJobs } from "~/components/ui/desk-jobs";
import { Time } from "~/components/ui/time";
import type { Look } from "~/domain/article/drift/drift";

import { DriftBadge } from "./drift-marks";
import { LookAgainForm, OutcomeBadge } from "./look-status";

export interface WatchState {
  articleId: string;
  isWatched: boolean;
  nextLookAt: string | null;
  lastLook: Look | null;
  /** How many claims wait because their words changed. */
  flagged: number;
  mayLook: boolean;
}

/** On an article's page: whether it is watched, what the last look brought, and when the next one is. */
export function WatchLine({ watch, busy }: { watch: WatchState; busy: boolean }) {
  const { articleId, isWatched, nextLookAt, lastLook, flagged } = watch;
  const ended = lastLook?.outcome ?? null;
  return (
    <section
      aria-label="Watch over the article"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-raised px-3 py-2 text-sm"
    >
      <Badge tone={isWatched ? "accent" : "neutral"} icon={isWatched ? Eye : EyeOff}>
        {isWatched ? "Watched" : "Not watched"}
      </Badge>
      {lastLook === null ? (
        <span className="text-muted">Nobody has looked again yet.</span>
      ) : (
        <span className="flex flex-wrap items-center gap-2">
          {ended === null ? "Being looked at now" : <OutcomeBadge outcome={ended} />}
          <span className="text-muted">
            Last look <Time iso={lastLook.endedAt ?? lastLook.askedAt} />
          </span>
        </span>
      )}
      {isWatched && nextLookAt !== null ? (
        <span className="text-muted">
          Next look <Time iso={nextLookAt} />
        </span>
      ) : null}
      {flagged > 0 ? (
        <span className="flex items-center gap-2">
          <DriftBadge />
          {flagged === 1 ? "1 claim to look at" : `${flagged} claims to look at`}
        </span>
      ) : null}
      <WithoutJobs>Nobody looks at articles on this desk, by schedule or when asked.</WithoutJobs>
      <span className="flex flex-wrap items-center gap-3 sm:ml-auto">
        <Link
          to={`/desk/articles/${articleId}/versions`}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Versions and watch
        </Link>
        {watch.mayLook ? (
          <LookAgainForm
            articleId={articleId}
            busy={busy}
            isOpen={lastLook !== null && ended === null}
          />
        ) : null}
      </span>
    </section>
  );
}

import { Undo2 } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Notice } from "~/components/ui/notice";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import type { RevisionKind } from "~/domain/report/correction/kinds";
import type { PublishedVerdict, VerdictNotice } from "~/domain/report/report";
import type { Rating } from "~/domain/verdict/rating";

/** What a reader must know before reading a verdict that is being corrected, was retracted, or was corrected. */
export function VerdictNoticeBox({ verdict }: { verdict: PublishedVerdict }) {
  const { notice, number, slug, correction, publishedAt, firstPublishedAt } = verdict;
  return (
    <>
      {notice === null ? null : (
        <Notice
          kind={notice.kind === "retracted" ? "danger" : "warning"}
          title={title[notice.kind]}
        >
          <p>
            <Time iso={notice.since} />
          </p>
          <p className="whitespace-pre-line wrap-anywhere">{notice.reason}</p>
          <p>{effect[notice.kind]}</p>
        </Notice>
      )}
      {number > 1 ? (
        <p className="text-sm text-muted">
          {revised[correction?.kind ?? "correction"]} <Time iso={publishedAt} />. First published{" "}
          <Time iso={firstPublishedAt} />.{" "}
          <a
            href={`/claims/${slug}/versions`}
            className="no-print inline-flex min-h-6 items-center text-accent underline"
          >
            All {number} versions
          </a>
        </p>
      ) : null}
    </>
  );
}

const revised: Record<RevisionKind, string> = {
  typo: "A typo was mended",
  update: "Updated",
  correction: "Corrected",
  verdict_change: "The rating was changed",
};

const title = {
  retracted: "This verdict is retracted",
  being_corrected: "This verdict is being corrected",
};

const effect = {
  retracted:
    "It does not stand any more. What had been published is kept below, so that the record is whole.",
  being_corrected:
    "What follows is the verdict as it was published. The correction is reviewed like every verdict.",
};

export interface StandingRatingProps {
  rating: Rating;
  notice: VerdictNotice["kind"] | null;
  size?: "small" | "large";
  className?: string;
}

/** The rating, or that the verdict is retracted: a rating that was taken back is not shown as one. */
export function StandingRating({ rating, notice, ...look }: StandingRatingProps) {
  if (notice === "retracted") {
    return (
      <Badge tone="danger" icon={Undo2}>
        Retracted
      </Badge>
    );
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <RatingBadge rating={rating} {...look} />
      {notice === null ? null : <Badge tone="warning">Being corrected</Badge>}
    </span>
  );
}

import { Time } from "~/components/ui/time";
import type { PublishedVerdict, Report } from "~/domain/report/report";

import { StandingRating } from "./verdict-notice";

export interface EmbedCardProps {
  verdict: PublishedVerdict;
  report: Pick<Report, "demo" | "source">;
  /** The verdict's own page, absolute: the card stands on other sites. */
  url: string;
}

/** A verdict in short, for a frame on another site: the claim, the rating, the summary, and where the rest is. */
export function EmbedCard({ verdict, report, url }: EmbedCardProps) {
  const { shortClaim, content, notice, publishedAt, number } = verdict;
  const isRetracted = notice?.kind === "retracted";
  const saidBy = content.claim.claimant ?? report.source.outlet;
  return (
    <main
      data-rating={isRetracted ? undefined : content.verdict.rating}
      className="flex min-h-dvh flex-col gap-2 border border-line bg-raised p-4"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <StandingRating rating={content.verdict.rating} notice={notice?.kind ?? null} />
        {report.demo ? <strong className="font-semibold">Demonstration</strong> : null}
      </p>
      <h1 className="font-serif text-xl font-semibold wrap-anywhere">
        <a href={url} target="_blank" rel="noopener" className="hover:underline">
          {shortClaim}
        </a>
      </h1>
      {saidBy === null ? null : (
        <p className="text-sm text-muted wrap-anywhere">Said by {saidBy}</p>
      )}
      <p className="wrap-anywhere">{isRetracted ? notice.reason : content.verdict.summary}</p>
      <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-2 text-sm text-muted">
        <a
          href={url}
          target="_blank"
          rel="noopener"
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Why, and the evidence, on Countersign
        </a>
        <span className="inline-flex min-h-6 items-center gap-1">
          {number > 1 ? "Corrected" : "Published"} <Time iso={publishedAt} />
        </span>
      </p>
    </main>
  );
}

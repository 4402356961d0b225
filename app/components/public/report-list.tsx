import { FileSearch } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { Time } from "~/components/ui/time";
import type { ReportListItem } from "~/domain/report/report";

import { StandingRating } from "./verdict-notice";

export interface ReportListProps {
  reports: readonly ReportListItem[];
}

/** The front page: the published reports, the newest first, each with its verdicts. */
export function ReportList({ reports }: ReportListProps) {
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex max-w-prose flex-col gap-2">
        <h1 className="font-serif text-3xl font-semibold">Fact-checks</h1>
        <p className="text-lg text-muted">
          What an article claims, sentence by sentence: what holds, what does not, and how we know.
        </p>
      </header>
      {reports.length === 0 ? (
        <EmptyState icon={FileSearch} title="No report has been published yet">
          Reports appear here as soon as an editor publishes one.
        </EmptyState>
      ) : (
        <ol className="flex flex-col divide-y divide-line border-y border-line">
          {reports.map((report) => (
            <li key={report.slug} className="py-7">
              <ReportTeaser report={report} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function ReportTeaser({ report }: { report: ReportListItem }) {
  return (
    <article className="grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,3fr)_minmax(0,4fr)]">
      <div className="flex flex-col gap-2">
        <h2 className="font-serif text-2xl font-semibold">
          <a href={`/reports/${report.slug}`} className="hover:underline">
            {report.headline}
          </a>
        </h2>
        <p>{report.summary}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {report.demo ? <Badge tone="warning">Demonstration</Badge> : null}
          {report.outlet === null ? null : <span>Article by {report.outlet}</span>}
          <Time iso={report.publishedAt} />
        </p>
      </div>
      <ul aria-label="Verdicts" className="flex flex-col divide-y divide-line">
        {report.verdicts.map((verdict) => (
          <li
            key={verdict.slug}
            className="grid items-start gap-x-4 gap-y-1 py-2 first:pt-0 sm:grid-cols-[8.5rem_minmax(0,1fr)]"
          >
            <span>
              <StandingRating rating={verdict.rating} notice={verdict.notice} />
            </span>
            <a
              href={`/claims/${verdict.slug}`}
              className="inline-flex min-h-6 items-center hover:underline"
            >
              {verdict.shortClaim}
            </a>
          </li>
        ))}
      </ul>
    </article>
  );
}

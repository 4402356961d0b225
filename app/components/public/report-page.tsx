import type { ReactNode } from "react";

import { DemoBanner } from "~/components/layout/demo-banner";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RatingScale } from "~/components/verdict/rating-scale";
import type { PublishedVerdict, Report } from "~/domain/report/report";

import { MarkedArticle, passageId } from "./marked-article";
import { MethodBox } from "./method-box";
import { PublicTrail, type PublicStep } from "./public-trail";
import { ReportSources } from "./report-sources";
import { SourceSince, type Since } from "./source-since";
import { StandingRating } from "./verdict-notice";

export interface ReportPageProps {
  report: Report;
  /** What is said of each verdict’s sources, put into words by whoever loads the page. */
  sourcing: readonly { shortClaim: string; words: string }[];
  trail?: readonly PublicStep[];
  /** Corrections and retractions, above everything else. */
  corrections?: ReactNode;
  /** On what terms it may be used. */
  licence?: ReactNode;
  /** Of when the article's text is, and since when it is known to have changed. */
  since?: Since | null;
}

/** A published report: the verdicts, the article they are about, and how they came about. */
export function ReportPage(props: ReportPageProps) {
  const { report, sourcing, trail = [], corrections, licence, since = null } = props;
  const { source, verdicts } = report;
  return (
    <article className="mx-auto flex max-w-4xl flex-col gap-12 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-4">
        {corrections}
        {report.demo ? <DemoBanner /> : null}
        <h1 className="max-w-3xl font-serif text-3xl font-semibold">{report.headline}</h1>
        <p className="max-w-prose text-lg">{report.summary}</p>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span>
            Published <Time iso={report.publishedAt} />
          </span>
          {report.updatedAt === report.publishedAt ? null : (
            <span>
              Updated <Time iso={report.updatedAt} />
            </span>
          )}
        </p>
      </header>

      <Section look="read" title="Verdicts" id="verdicts">
        <ol className="flex flex-col divide-y divide-line border-y border-line">
          {verdicts.map((verdict) => (
            <li key={verdict.claimId} id={verdict.slug} data-keep-together className="py-4">
              <VerdictLine verdict={verdict} />
            </li>
          ))}
        </ol>
      </Section>

      <Section
        look="read"
        title="The article, with the checked passages marked"
        id="article"
        aside={source.outlet === null ? null : `By ${source.outlet}`}
      >
        {since === null ? null : <SourceSince since={since} />}
        <MarkedArticle text={source.text} language={source.language} verdicts={verdicts} />
      </Section>

      <Section look="read" title="How this was checked" id="method">
        <MethodBox
          publishedBy={report.publishedBy}
          publishedAt={report.publishedAt}
          credits={verdicts.flatMap(({ credits }) => credits)}
          exceptions={verdicts.flatMap(({ exceptions }) => exceptions)}
          sourcing={sourcing}
          settlements={verdicts.flatMap(({ settlement, shortClaim }) =>
            settlement === null ? [] : [{ ...settlement, shortClaim }],
          )}
        />
      </Section>

      <Section look="read" title="Sources" id="sources">
        <ReportSources source={source} verdicts={verdicts} />
        <p className="no-print flex flex-wrap gap-x-5 text-sm">
          <a
            href={`/reports/${report.slug}/sources.json`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            All sources as CSL-JSON
          </a>
          <a
            href={`/reports/${report.slug}/sources.bib`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            All sources as BibTeX
          </a>
        </p>
      </Section>

      {licence === undefined ? null : (
        <Section look="read" title="Licence" id="licence">
          {licence}
        </Section>
      )}

      <Section look="read" title="The rating scale" id="scale">
        <RatingScale />
      </Section>

      <Section look="read" title="On record" id="record">
        <PublicTrail
          trail={trail}
          claims={new Map(verdicts.map(({ claimId, shortClaim }) => [claimId, shortClaim]))}
        />
      </Section>
    </article>
  );
}

function VerdictLine({ verdict }: { verdict: PublishedVerdict }) {
  const { rating, summary } = verdict.content.verdict;
  return (
    <div className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
      <span>
        <StandingRating rating={rating} notice={verdict.notice?.kind ?? null} />
      </span>
      <div className="flex max-w-prose flex-col gap-1.5">
        <h3 className="font-serif text-lg font-semibold">
          <a href={`/claims/${verdict.slug}`} className="hover:underline">
            {verdict.shortClaim}
          </a>
        </h3>
        {verdict.notice === null ? null : (
          <p className="text-sm">
            {verdict.notice.kind === "retracted" ? "Retracted" : "Being corrected since"}{" "}
            <Time iso={verdict.notice.since} />: {verdict.notice.reason}
          </p>
        )}
        {verdict.notice?.kind === "retracted" ? null : <p>{summary}</p>}
        <p className="no-print flex flex-wrap gap-x-5 text-sm">
          <a
            href={`/claims/${verdict.slug}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Why, and the evidence<span className="sr-only"> for “{verdict.shortClaim}”</span>
          </a>
          <a
            href={`#${passageId(verdict.claimId)}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            In the article<span className="sr-only">: “{verdict.shortClaim}”</span>
          </a>
        </p>
      </div>
    </div>
  );
}

import clsx from "clsx";
import type { ReactNode } from "react";

import { DemoBanner } from "~/components/layout/demo-banner";
import { DefinitionList } from "~/components/ui/definition-list";
import { Section } from "~/components/ui/page";
import { CivilDate, Time } from "~/components/ui/time";
import { ContentHash } from "~/components/verdict/content-hash";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingScale } from "~/components/verdict/rating-scale";
import { RichText } from "~/components/verdict/rich-text";
import { IndependenceMeter } from "~/components/verdict/independence-meter";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import type { Independence } from "~/domain/evidence/independence";
import type { PublishedVerdict, Report } from "~/domain/report/report";
import { meaningOf } from "~/domain/verdict/rating-scales";
import { safeLink } from "~/domain/verdict/safe-link";

import { passageId } from "./marked-article";
import { Credits, SettlementWords } from "./method-box";
import { RightOfReply } from "./right-of-reply";
import { SourceSince, type Since } from "./source-since";
import { StandingRating, VerdictNoticeBox } from "./verdict-notice";

export interface VerdictPageProps {
  verdict: PublishedVerdict;
  report: Report;
  /** How many of its sources stand on their own, counted by whoever loads the page. */
  independence: Independence;
  /** Corrections and retractions, above everything else. */
  corrections?: ReactNode;
  /** What was added since, and what else the desk said, below what was signed. */
  notes?: ReactNode;
  /** What readers can do with it, below everything that was signed. */
  after?: ReactNode;
  /** Of when the article's text is, and since when it is known to have changed. */
  since?: Since | null;
}

/** One published verdict: the claim, the rating, why, on what evidence, and who stands behind it. */
export function VerdictPage(props: VerdictPageProps) {
  const { verdict, report, independence, corrections, notes, after, since = null } = props;
  const { verdict: judged, evidence, sourcing } = verdict.content;
  const meaning = meaningOf(judged);
  const isRetracted = verdict.notice?.kind === "retracted";
  return (
    <article className="mx-auto grid max-w-5xl gap-x-12 gap-y-10 px-4 py-8 sm:px-6 sm:py-12 lg:grid-cols-[minmax(0,1fr)_17rem]">
      <header className="flex flex-col gap-4 lg:col-span-2">
        {corrections}
        <VerdictNoticeBox verdict={verdict} />
        {report.demo ? <DemoBanner /> : null}
        <p className="text-sm text-muted">
          From the report{" "}
          <a href={`/reports/${report.slug}`} className="text-accent underline">
            {report.headline}
          </a>
        </p>
        <h1 className="max-w-3xl font-serif text-3xl font-semibold">{verdict.shortClaim}</h1>
      </header>

      <div className="flex min-w-0 flex-col gap-10">
        <Claim verdict={verdict} report={report} />
        {since === null || since.changedAt === null ? null : <SourceSince since={since} />}
        <div
          data-rating={isRetracted ? undefined : judged.rating}
          data-keep-together
          className={clsx(
            "flex flex-col gap-3 rounded-lg border p-5",
            isRetracted ? "border-line bg-surface" : "border-verdict-line bg-verdict-soft",
          )}
        >
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <StandingRating
              rating={judged.rating}
              notice={verdict.notice?.kind ?? null}
              size="large"
              className="bg-raised!"
            />
            <p className="min-w-0 text-sm">
              {isRetracted ? `It had been rated “${meaning.label}”.` : meaning.definition}
            </p>
          </div>
          <p className="font-serif text-lg">{judged.summary}</p>
        </div>
        <Section look="read" title="Why" id="why">
          <RichText blocks={judged.rationale} sources={evidence} />
        </Section>
        <Section look="read" title="Evidence" id="evidence">
          <EvidenceList
            evidence={evidence}
            rationale={judged.rationale}
            page={`/claims/${verdict.slug}`}
          />
          <IndependenceMeter independence={independence} />
          <SourcingWords sourcing={sourcing} />
        </Section>
        <RightOfReply replies={verdict.replies} />
        <details className="rounded-lg border border-line">
          <summary className="min-h-9 px-4 py-2 font-medium">The rating scale</summary>
          <div className="border-t border-line p-4">
            <RatingScale current={judged.rating} />
          </div>
        </details>
        {notes}
        {after}
      </div>

      <aside aria-label="About this verdict" className="flex flex-col gap-6">
        <Section title="Checked by">
          <Credits credits={verdict.credits} />
          {verdict.settlement === null ? null : (
            <p className="text-sm wrap-anywhere">
              The two verdicts differed: <SettlementWords settlement={verdict.settlement} />
            </p>
          )}
        </Section>
        <Section title="Signed content">
          <p className="text-sm text-muted">
            Published <Time iso={verdict.publishedAt} />.{" "}
            {verdict.correction?.kind === "typo"
              ? "The signature of the editor who mended the typo covers exactly this content; the others cover the version before. Its SHA-256 is:"
              : "The signatures cover exactly this content, whose SHA-256 is:"}
          </p>
          <ContentHash hash={verdict.contentHash} />
          <p className="no-print text-sm">
            <a
              href={`/verify?claim=${verdict.slug}`}
              className="inline-flex min-h-6 items-center text-accent underline"
            >
              Verify this verdict
            </a>
          </p>
        </Section>
      </aside>
    </article>
  );
}

function Claim({ verdict, report }: { verdict: PublishedVerdict; report: Report }) {
  const { claim } = verdict.content;
  const { source } = report;
  const address = source.sourceUrl === null ? null : safeLink(source.sourceUrl);
  return (
    <Section look="read" title="The claim" id="claim">
      <blockquote
        lang={source.language}
        className="border-l-4 border-line-strong pl-4 font-serif text-lg"
      >
        “{claim.quote}”
      </blockquote>
      <p className="max-w-prose">
        <span className="text-muted">We checked this statement:</span> {claim.statement}
      </p>
      <DefinitionList
        items={[
          {
            term: "Said by",
            value: claim.claimant ?? `${source.outlet ?? "The article"}, in its own voice`,
          },
          {
            term: "Where",
            value: (
              <>
                {address === null ? (
                  source.title
                ) : (
                  <a
                    href={address}
                    data-print-address=""
                    rel="noopener noreferrer nofollow"
                    className="text-accent underline"
                  >
                    {source.title}
                  </a>
                )}
                {source.outlet === null ? null : `, ${source.outlet}`}
              </>
            ),
          },
          {
            term: "When",
            value: source.publishedOn === null ? null : <CivilDate date={source.publishedOn} />,
          },
          {
            term: "In context",
            value: (
              <a
                href={`/reports/${report.slug}#${passageId(verdict.claimId)}`}
                className="inline-flex min-h-6 items-center text-accent underline"
              >
                The passage in the article
              </a>
            ),
          },
        ]}
      />
    </Section>
  );
}

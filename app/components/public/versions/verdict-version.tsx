import { DemoBanner } from "~/components/layout/demo-banner";
import { Notice } from "~/components/ui/notice";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { ContentHash } from "~/components/verdict/content-hash";
import { EvidenceList } from "~/components/verdict/evidence-item";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { RichText } from "~/components/verdict/rich-text";
import { SourcingWords } from "~/components/verdict/sourcing-words";
import { kindRules } from "~/domain/report/correction/kinds";
import type {
  PublishedVersion,
  VersionChanges as Compared,
  VersionHistory,
} from "~/domain/report/versions";

import { Credits, SettlementWords } from "../method-box";
import { RightOfReply } from "../right-of-reply";
import { NoticeLine } from "./notice-line";
import { VersionChanges } from "./version-changes";

export interface VerdictVersionProps {
  verdict: Omit<VersionHistory, "versions">;
  version: PublishedVersion;
  /** The one that replaced it; null when none did. */
  next: PublishedVersion | null;
  /** The number of the newest one. */
  last: number;
  /** What the next one changed. */
  changes: Compared | null;
}

/** A verdict as it was published, marked as what it is now, with what was changed in it next. */
export function VerdictVersion({ verdict, version, next, last, changes }: VerdictVersionProps) {
  const { slug, notice } = verdict;
  const { claim, verdict: judged } = version.content;
  return (
    <article className="mx-auto flex max-w-4xl flex-col gap-10 px-4 py-8 sm:px-6 sm:py-12">
      <header className="flex flex-col gap-4">
        {notice === null ? null : <NoticeLine notice={notice} />}
        <Standing
          slug={slug}
          version={version}
          next={next}
          isRetracted={notice?.kind === "retracted"}
        />
        {version.report.demo ? <DemoBanner /> : null}
        <p className="text-sm text-muted">
          Version {version.number} of {last}, published <Time iso={version.publishedAt} />.{" "}
          <a
            href={`/claims/${slug}/versions`}
            className="no-print inline-flex min-h-6 items-center text-accent underline"
          >
            All versions
          </a>
        </p>
        <h1 className="max-w-3xl font-serif text-3xl font-semibold wrap-anywhere">
          {version.shortClaim}
        </h1>
      </header>
      {next === null || changes === null ? null : (
        <Section look="read" title={`What version ${next.number} changed`} id="changed">
          <VersionChanges changes={changes} />
        </Section>
      )}
      <Section look="read" title="What was said" id="said">
        <blockquote className="border-l-4 border-line-strong pl-4 font-serif text-lg wrap-anywhere">
          “{claim.quote}”
        </blockquote>
        <p className="max-w-prose wrap-anywhere">
          <span className="text-muted">We checked this statement:</span> {claim.statement}
        </p>
        <div
          data-keep-together
          className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5"
        >
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <RatingBadge rating={judged.rating} />
            <span className="text-sm text-muted">The rating of this version</span>
          </p>
          <p className="font-serif text-lg wrap-anywhere">{judged.summary}</p>
        </div>
      </Section>
      <Section look="read" title="Why" id="why">
        <RichText blocks={judged.rationale} sources={version.content.evidence} />
      </Section>
      <Section look="read" title="Evidence" id="evidence">
        <EvidenceList evidence={version.content.evidence} rationale={judged.rationale} />
        <SourcingWords sourcing={version.content.sourcing} />
      </Section>
      <RightOfReply replies={version.replies} />
      <Section look="read" title="Checked by" id="people">
        <Credits credits={version.credits} columns />
        {version.settlement === null ? null : (
          <p className="text-sm wrap-anywhere">
            The two verdicts differed: <SettlementWords settlement={version.settlement} />
          </p>
        )}
      </Section>
      <Section look="read" title="Signed content" id="signed">
        <p className="max-w-prose text-sm text-muted">
          This page is made from entry {version.entry} of the public log. SHA-256 of the content:
        </p>
        <ContentHash hash={version.contentHash} />
        <p className="no-print flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <a
            href={`/verify?claim=${slug}/versions/${version.number}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Verify this version
          </a>
          <a
            href={`/claims/${slug}/versions/${version.number}.json`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Its bundle
          </a>
        </p>
      </Section>
    </article>
  );
}

interface StandingProps {
  slug: string;
  version: PublishedVersion;
  next: PublishedVersion | null;
  isRetracted: boolean;
}

/** That this is not what the desk says now, since when, and why. */
function Standing({ slug, next, isRetracted }: StandingProps) {
  if (next === null) {
    return isRetracted ? null : (
      <Notice kind="info" title="This is the present version">
        <a href={`/claims/${slug}`} className="underline">
          Read the verdict on its own page
        </a>
      </Notice>
    );
  }
  const { kind, reason } = next.revision ?? { kind: "correction" as const, reason: "" };
  return (
    <Notice kind="warning" title="This is an earlier version">
      <p>
        Replaced on <Time iso={next.publishedAt} />. {kindRules[kind].label}
        {reason === "" ? "." : ": "}
        <span className="whitespace-pre-line wrap-anywhere">{reason}</span>
      </p>
      <p className="no-print">
        <a href={`/claims/${slug}`} className="inline-flex min-h-6 items-center underline">
          {isRetracted ? "The verdict’s page" : "Read what stands now"}
        </a>
      </p>
    </Notice>
  );
}

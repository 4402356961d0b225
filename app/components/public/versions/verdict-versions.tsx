import { Badge } from "~/components/ui/badge";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { kindRules } from "~/domain/report/correction/kinds";
import type { PublishedVersion, VersionHistory } from "~/domain/report/versions";

import { Credits } from "../method-box";
import { ReadingPage } from "../reading-page";
import { NoticeLine } from "./notice-line";

/** Every version of a verdict: when it came, of what kind it is, why, and who stands behind it. */
export function VerdictVersions({ history }: { history: VersionHistory }) {
  const { slug, versions, notice } = history;
  const present = versions.at(-1);
  return (
    <ReadingPage title="All versions" lead={present?.shortClaim ?? ""}>
      {notice === null ? null : <NoticeLine notice={notice} />}
      <p className="max-w-prose">
        What was published stays to be read.{" "}
        <a href={`/claims/${slug}`} className="text-accent underline">
          {notice?.kind === "retracted" ? "The verdict’s page" : "The verdict as it stands"}
        </a>
      </p>
      <ol reversed className="flex flex-col divide-y divide-line border-y border-line">
        {versions.toReversed().map((version) => (
          <li key={version.number} data-keep-together className="py-5">
            <Version
              slug={slug}
              version={version}
              stands={version === present && notice?.kind !== "retracted"}
              isLast={version === present}
            />
          </li>
        ))}
      </ol>
    </ReadingPage>
  );
}

interface VersionProps {
  slug: string;
  version: PublishedVersion;
  stands: boolean;
  isLast: boolean;
}

function Version({ slug, version, stands, isLast }: VersionProps) {
  const { number, revision, publishedAt, shortClaim, content, credits, entry } = version;
  const address = `/claims/${slug}/versions/${number}`;
  return (
    <Section look="read" title={`Version ${number}`} id={`version-${number}`}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-semibold text-ink">
          {revision === null ? "First publication" : kindRules[revision.kind].label}
        </span>
        <Time iso={publishedAt} />
        <RatingBadge rating={content.verdict.rating} size="small" />
        {stands ? <Badge tone="success">Stands</Badge> : null}
      </p>
      <p className="font-serif text-lg wrap-anywhere">{shortClaim}</p>
      {revision === null || revision.reason === "" ? null : (
        <p className="max-w-prose whitespace-pre-line wrap-anywhere">{revision.reason}</p>
      )}
      <Credits credits={credits} columns />
      <p className="no-print flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <A href={address}>
          {isLast ? "Read it as published" : "Read it, and what was changed next"}
        </A>
        <A href={`/verify?claim=${slug}/versions/${number}`}>Verify it</A>
        <A href={`${address}.json`}>Its bundle</A>
        <A href={`/log/entries?start=${entry}&end=${entry + 1}`}>Entry {entry} of the public log</A>
      </p>
    </Section>
  );
}

function A({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-6 items-center text-accent underline">
      {children}
    </a>
  );
}

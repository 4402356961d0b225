import { CivilDate } from "~/components/ui/time";
import { Badge } from "~/components/ui/badge";
import { sourceTypeIcon } from "~/components/ui/icons";
import { ContentHash } from "~/components/verdict/content-hash";
import { sourceTypeLabel, type Evidence } from "~/domain/evidence/evidence";
import type { PublishedVerdict, ReportSource } from "~/domain/report/report";
import { safeLink } from "~/domain/verdict/safe-link";

import { PublishedCaptureLine } from "./published-captures";

export interface ReportSourcesProps {
  source: ReportSource;
  verdicts: readonly PublishedVerdict[];
}

/** The article that was checked, and every source that a verdict rests on, each once. */
export function ReportSources({ source, verdicts }: ReportSourcesProps) {
  const address = source.sourceUrl === null ? null : safeLink(source.sourceUrl);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1 rounded-lg border border-line bg-surface p-4 text-sm">
        <p className="text-muted">The article</p>
        <p className="font-medium">
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
        </p>
        <p className="flex flex-wrap gap-x-3 text-muted">
          {source.byline === null ? null : <span>{source.byline}</span>}
          {source.outlet === null ? null : <span>{source.outlet}</span>}
          {source.publishedOn === null ? null : <CivilDate date={source.publishedOn} />}
        </p>
        <p className="mt-1 text-muted">SHA-256 of the text as it was checked:</p>
        <ContentHash hash={source.sha256} />
      </div>
      <ol className="flex flex-col divide-y divide-line text-sm">
        {eachOnce(verdicts).map((evidence) => (
          <li key={evidence.id} data-keep-together className="flex flex-col gap-0.5 py-2">
            <SourceLine evidence={evidence} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function SourceLine({ evidence }: { evidence: Evidence }) {
  const address = safeLink(evidence.url);
  return (
    <>
      <span className="font-medium">
        {address === null ? (
          evidence.title
        ) : (
          <a
            href={address}
            data-print-address=""
            rel="noopener noreferrer nofollow"
            className="text-accent underline"
          >
            {evidence.title}
          </a>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        {evidence.publisher === "" ? null : <span>{evidence.publisher}</span>}
        {evidence.publishedOn === "" ? null : <CivilDate date={evidence.publishedOn} />}
        {evidence.sourceType === "interested_party" ? (
          <Badge tone="warning" icon={sourceTypeIcon.interested_party}>
            {sourceTypeLabel.interested_party}
          </Badge>
        ) : (
          <span>{sourceTypeLabel[evidence.sourceType]}</span>
        )}
      </span>
      <PublishedCaptureLine url={evidence.url} />
    </>
  );
}

/** The evidence of all verdicts; the same source under two of them stands once. */
function eachOnce(verdicts: readonly PublishedVerdict[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const item of verdicts.flatMap(({ content }) => content.evidence)) {
    const key = `${item.url}\n${item.title}\n${item.publisher}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

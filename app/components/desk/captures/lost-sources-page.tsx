import { Link } from "@remix-run/react";
import { Archive, CircleAlert, TriangleAlert, Unplug } from "lucide-react";

import { Badge, type BadgeTone } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { Page, PageHeader } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { lookWords, type LookOutcome } from "~/domain/evidence/source-look";

export interface LostSourcesPageProps {
  sources: readonly {
    claimId: string;
    statement: string;
    captureId: string;
    address: string;
    title: string;
    outcome: LookOutcome;
    lookedAt: string;
  }[];
}

const badge: Partial<Record<LookOutcome, { tone: BadgeTone; icon: typeof Archive; word: string }>> =
  {
    gone: { tone: "danger", icon: CircleAlert, word: "Gone" },
    changed: { tone: "warning", icon: TriangleAlert, word: "Changed" },
    unreachable: { tone: "neutral", icon: Unplug, word: "Not reached" },
  };

/** The sources of published verdicts that are not what they were. */
export function LostSourcesPage({ sources }: LostSourcesPageProps) {
  return (
    <Page>
      <PageHeader
        title="Sources that changed"
        meta="Every source is looked at again 7, 30 and 90 days after its verdict was published."
      />
      {sources.length === 0 ? (
        <EmptyState icon={Archive} title="Nothing has changed that we know of">
          A source that is gone, or does not say any more what is quoted from it, appears here.
        </EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised">
          {sources.map((source) => (
            <li
              key={`${source.claimId} ${source.captureId}`}
              className="flex flex-col gap-1 p-3 sm:p-4"
            >
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Outcome outcome={source.outcome} />
                <Link
                  to={`/desk/captures/${source.captureId}`}
                  className="min-w-0 font-medium wrap-anywhere text-accent underline"
                >
                  {source.title || source.address}
                </Link>
                <Time iso={source.lookedAt} className="text-sm text-muted" />
              </p>
              <p className="text-sm">{lookWords[source.outcome]}</p>
              <p className="text-sm text-muted">
                Cited for{" "}
                <Link to={`/desk/claims/${source.claimId}`} className="underline">
                  {source.statement}
                </Link>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Outcome({ outcome }: { outcome: LookOutcome }) {
  const look = badge[outcome];
  return look ? (
    <Badge tone={look.tone} icon={look.icon}>
      {look.word}
    </Badge>
  ) : null;
}

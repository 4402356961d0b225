import { CheckCheck } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { DefinitionList } from "~/components/ui/definition-list";
import { EmptyState } from "~/components/ui/empty-state";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { correctionKinds, kindRules, type CorrectionKind } from "~/domain/report/correction/kinds";
import type { ChangeKind, LoggedChange } from "~/domain/report/publication";

import { Prose, ReadingPage } from "./reading-page";

const words: Record<ChangeKind, string> = {
  being_corrected: "Put in doubt",
  upheld: "Kept as published",
  corrected: "Corrected",
  retracted: "Retracted",
};

const done: Record<CorrectionKind, string> = {
  typo: "One editor mends it. It stands in the list of versions alone, not in this log.",
  update: "It is told at the foot of the verdict, with the reason.",
  correction: "It is told on top of the verdict, with what was wrong.",
  verdict_change:
    "It is told on top of the verdict, with the reason. The rating that was given before stands in this log.",
  retraction:
    "Two people decide on it. The verdict stays to be read as retracted, and has no rating any more.",
};

export interface CorrectionsLogProps {
  changes: readonly LoggedChange[];
  /** Where older ones are; null when these are all. */
  older: string | null;
}

/** What became of published verdicts, for everybody to read, and what the desk does when it was wrong. */
export function CorrectionsLog({ changes, older }: CorrectionsLogProps) {
  return (
    <ReadingPage
      title="Corrections"
      lead="Every time a published verdict was put in doubt, corrected, kept or retracted. Nothing is taken off this list."
    >
      <Section look="read" title="What we do" id="policy">
        <Prose>
          <p>
            When a verdict may be wrong, its page says so at once. It goes through the whole review
            again: evidence, a second person, a signature. The new version stands at the same
            address, and feeds carry it as an update. What was said before stays to be read, beside
            what was changed.
          </p>
        </Prose>
        <DefinitionList
          items={correctionKinds.map((kind) => ({
            term: kindRules[kind].label,
            value: `${kindRules[kind].meaning} ${done[kind]}`,
          }))}
        />
      </Section>
      <Section look="read" title="The log" id="log">
        {changes.length === 0 ? (
          <EmptyState icon={CheckCheck} title="No correction so far">
            No published verdict has been put in doubt, corrected or retracted.
          </EmptyState>
        ) : (
          <ol className="flex flex-col divide-y divide-line border-y border-line">
            {changes.map((change) => (
              <li key={change.id} data-keep-together className="py-4">
                <Line change={change} />
              </li>
            ))}
          </ol>
        )}
        {older === null ? null : (
          <p className="no-print">
            <a href={older} className="inline-flex min-h-6 items-center text-accent underline">
              Older ones
            </a>
          </p>
        )}
      </Section>
    </ReadingPage>
  );
}

function Line({ change }: { change: LoggedChange }) {
  const { kind, reason, at, slug, shortClaim, report, demo, rating, number, correction } = change;
  return (
    <div className="flex max-w-prose flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <span className="font-semibold text-ink">
          {kind === "corrected" && correction ? kindRules[correction].label : words[kind]}
        </span>
        <Time iso={at} />
        {demo ? <Badge tone="warning">Demonstration</Badge> : null}
      </p>
      <h3 className="font-serif text-lg font-semibold wrap-anywhere">
        <a href={`/claims/${slug}`} className="hover:underline">
          {shortClaim}
        </a>
      </h3>
      {rating === null ? null : (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          Rated <RatingBadge rating={rating.before} size="small" /> before, and now{" "}
          <RatingBadge rating={rating.after} size="small" />
        </p>
      )}
      {reason === "" ? null : (
        <p className="whitespace-pre-line wrap-anywhere">
          {kind === "upheld" ? "It had been put in doubt: " : null}
          {reason}
        </p>
      )}
      {number === null || number < 2 ? null : (
        <p className="no-print text-sm">
          <a
            href={`/claims/${slug}/versions/${number - 1}`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            What was said before, and what changed
          </a>
        </p>
      )}
      <p className="text-sm text-muted wrap-anywhere">
        In the report{" "}
        <a href={`/reports/${report.slug}`} className="text-accent underline">
          {report.headline}
        </a>
      </p>
    </div>
  );
}

import { Link } from "@remix-run/react";
import { RotateCcw } from "lucide-react";

import { FrozenVerdict } from "~/components/desk/frozen-verdict";
import { ButtonLink } from "~/components/ui/button";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import { distanceOf, type PracticeOutcome } from "~/domain/practice/practice";
import { surenessLabel } from "~/domain/verdict/sureness";

import { DistanceBadge } from "./distance-badge";

export interface PracticeOutcomePageProps {
  caseId: string;
  outcome: PracticeOutcome;
  /** Whether the case is still offered, so that it can be tried again. */
  isOffered: boolean;
}

/** What somebody said about a case, what the desk had signed, and how far apart the two are. */
export function PracticeOutcomePage({ caseId, outcome, isOffered }: PracticeOutcomePageProps) {
  const { version, answers } = outcome;
  const known = version.content.verdict.rating;
  return (
    <Page width="narrow">
      <PageHeader
        kicker={
          <Link to="/desk/practice" className="underline">
            Practice
          </Link>
        }
        title={version.content.claim.statement}
        long
      />
      <Section title={answers.length === 1 ? "Your answer" : "Your answers"}>
        <ol className="flex flex-col gap-4">
          {answers.toReversed().map(({ attempt, rating, sure, reason, answeredAt }) => (
            <li
              key={attempt}
              className="flex flex-col gap-2 rounded-lg border border-line bg-raised p-4"
            >
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <RatingBadge rating={rating} />
                <DistanceBadge distance={distanceOf(known, rating)} />
                <span className="text-sm">{surenessLabel[sure]}</span>
                <span className="text-sm text-muted">
                  {attempt === 1 ? "First answer, which counts" : `Answer ${attempt}`},{" "}
                  <Time iso={answeredAt} />
                </span>
              </p>
              <p className="font-serif whitespace-pre-line wrap-anywhere">{reason}</p>
            </li>
          ))}
        </ol>
        {isOffered ? (
          <ButtonLink
            to={`/desk/practice/${caseId}?again`}
            size="small"
            icon={RotateCcw}
            className="self-start"
          >
            Try it again
          </ButtonLink>
        ) : null}
      </Section>
      <Section title="The desk’s verdict">
        <FrozenVerdict version={version} />
      </Section>
    </Page>
  );
}

import { Form, Link } from "@remix-run/react";
import { GraduationCap } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { FailureNotice } from "~/components/ui/failure-notice";
import type { FormState } from "~/components/ui/form-failure";
import { Page, PageHeader, Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { RatingBadge } from "~/components/verdict/rating-badge";
import {
  distanceOf,
  distances,
  practiceAgreement,
  type KeptCase,
  type PracticeOffer,
  type PracticeResult,
  type PractisingPerson,
} from "~/domain/practice/practice";
import { agreementOf } from "~/domain/statistics/agreement";

import { DistanceBadge } from "./distance-badge";
import { PracticeAgreement } from "./practice-agreement";

export interface PracticePageProps extends FormState {
  offers: readonly PracticeOffer[];
  record: readonly PracticeResult[];
  /** For editors: who practised, and on what. Null for everybody else. */
  overseen: { people: readonly PractisingPerson[]; kept: readonly KeptCase[] } | null;
}

const list = "divide-y divide-line overflow-hidden rounded-lg border border-line bg-raised";
const row = "flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3";

/** Settled claims to try one's hand on, how one did so far, and for editors how everybody does. */
export function PracticePage({ offers, record, overseen, failure, busy }: PracticePageProps) {
  return (
    <Page>
      <PageHeader
        title="Practice"
        meta="Settled claims, judged once more to learn. Nothing here counts in any statistic of the desk, and colleagues do not see it; editors do."
      />
      <FailureNotice failure={failure} />
      <Section title="Cases to try" aside={`${offers.length}`}>
        {offers.length === 0 ? (
          <EmptyState icon={GraduationCap} title="There is no case for you">
            An editor makes a settled claim a practice case in its room. Claims that you had a part
            in are not offered to you, because you know their verdicts.
          </EmptyState>
        ) : (
          <ul className={list}>
            {offers.map(({ id, statement, article, attempts }) => (
              <li key={id} className={row}>
                <div className="flex min-w-0 flex-1 basis-64 flex-col wrap-anywhere">
                  <Link to={`/desk/practice/${id}`} className="font-medium text-accent underline">
                    {statement}
                  </Link>
                  <span className="text-sm text-muted">{article}</span>
                </div>
                {attempts > 0 ? (
                  <Badge>{attempts === 1 ? "Tried once" : `Tried ${attempts} times`}</Badge>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <OwnRecord record={record} />
      {overseen === null ? null : (
        <>
          <People people={overseen.people} />
          <Kept kept={overseen.kept} busy={busy} />
        </>
      )}
    </Page>
  );
}

function OwnRecord({ record }: { record: readonly PracticeResult[] }) {
  if (record.length === 0) return null;
  const { same, neighbouring, far } = distances(record);
  return (
    <Section title="How you did" aside="First answers only">
      <p>
        <PracticeAgreement agreement={practiceAgreement(record)} cases={record.length} />
      </p>
      <p className="text-sm text-muted">
        {same} the same, {neighbouring} neighbouring, {far} far apart.
      </p>
      <ul className={list}>
        {record.map(({ caseId, statement, known, given, answeredAt }) => (
          <li key={caseId} className={row}>
            <div className="flex min-w-0 flex-1 basis-64 flex-col wrap-anywhere">
              <Link to={`/desk/practice/${caseId}`} className="font-medium text-accent underline">
                {statement}
              </Link>
              <Time iso={answeredAt} className="text-sm text-muted" />
            </div>
            <span className="flex flex-wrap items-center gap-2 text-sm">
              You: <RatingBadge rating={given} size="small" /> The desk:{" "}
              <RatingBadge rating={known} size="small" />
              <DistanceBadge distance={distanceOf(known, given)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function People({ people }: { people: readonly PractisingPerson[] }) {
  return (
    <Section title="Who practised" aside="For editors">
      {people.length === 0 ? (
        <p className="text-muted">Nobody has practised yet.</p>
      ) : (
        <ul className={list}>
          {people.map(({ personId, name, cases, attempts, lastAt, cells }) => (
            <li key={personId} className={row}>
              <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{name}</span>
              <span className="text-sm">
                <PracticeAgreement agreement={cells && agreementOf(cells)} cases={cases} />
              </span>
              <span className="text-sm text-muted">
                {attempts === 1 ? "1 answer" : `${attempts} answers`}, last <Time iso={lastAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Kept({ kept, busy }: { kept: readonly KeptCase[]; busy: boolean }) {
  return (
    <Section title="Practice cases" aside="For editors">
      {kept.length === 0 ? (
        <p className="text-muted">
          None yet. “Use as a practice case” stands in the room of every approved or published
          claim.
        </p>
      ) : (
        <ul className={list}>
          {kept.map(({ id, claimId, statement, isClosed, people }) => (
            <li key={id} className={row}>
              <div className="flex min-w-0 flex-1 basis-64 flex-col wrap-anywhere">
                <Link to={`/desk/claims/${claimId}`} className="font-medium text-accent underline">
                  {statement}
                </Link>
                <span className="text-sm text-muted">
                  {people === 1 ? "1 person" : `${people} people`}
                  {isClosed ? null : "; not offered, because the claim is not as it was settled"}
                </span>
              </div>
              <Form method="post" action="/desk/practice?index">
                <input type="hidden" name="intent" value="end_case" />
                <input type="hidden" name="caseId" value={id} />
                <Button size="small" busy={busy}>
                  Take out<span className="sr-only">: {statement}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

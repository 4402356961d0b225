import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { DateField } from "~/components/ui/field";
import { Notice } from "~/components/ui/notice";
import { Page, PageHeader, Section } from "~/components/ui/page";
import type {
  AgreementTables,
  Balance,
  LongestStanding,
  RatingCount,
  Throughput,
  TimeInStage,
  Waiting,
} from "~/domain/statistics/insights";
import { WorksWhileReadOnly } from "~/components/ui/works-while-read-only";
import { stepOf, type Period } from "~/domain/statistics/period";

import { AgreementSection } from "./agreement-section";
import { OldestSection, TimeInStageSection, WaitingSection } from "./stage-sections";
import { ThroughputChart } from "./throughput-chart";
import { BalanceSection, VerdictsSection } from "./verdict-sections";

export interface InsightsProps {
  period: Period;
  /** What was wrong with the period that was asked for. */
  problem: string | null;
  timeInStage: TimeInStage[];
  throughput: Throughput[];
  waiting: Waiting[];
  oldest: LongestStanding[];
  verdicts: RatingCount[];
  balance: Balance[];
  agreement: AgreementTables;
}

/** Where time goes on the desk, what stands still, and how the verdicts come out. */
export function Insights(props: InsightsProps) {
  const { period, problem, timeInStage, throughput, waiting, oldest, verdicts, balance } = props;
  const step = stepOf(period);
  return (
    <Page>
      <PageHeader
        title="Insights"
        meta="Days begin at midnight UTC. Demonstrations are never counted."
      />
      <WorksWhileReadOnly>
        <Form method="get" className="flex flex-wrap items-end gap-3" key={period.from + period.to}>
          <DateField label="From" name="from" defaultValue={period.from} />
          <DateField label="To" name="to" defaultValue={period.to} />
          <Button>Show</Button>
        </Form>
      </WorksWhileReadOnly>
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2 [&>*]:min-w-0">
        <div className="flex flex-col gap-8">
          <WaitingSection waiting={waiting} />
          <TimeInStageSection stages={timeInStage} />
          <VerdictsSection verdicts={verdicts} />
        </div>
        <OldestSection oldest={oldest} />
      </div>
      <Section title="Throughput" aside={`How often claims came into a stage, by ${step}`}>
        {throughput.length === 0 ? (
          <p className="text-sm text-muted">No claim has moved in this period.</p>
        ) : (
          <ThroughputChart period={period} throughput={throughput} />
        )}
      </Section>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2 [&>*]:min-w-0">
        <BalanceSection kind="claimant" balance={balance} />
        <BalanceSection kind="outlet" balance={balance} />
        <BalanceSection kind="topic" balance={balance} />
      </div>
      <AgreementSection {...props.agreement} />
    </Page>
  );
}

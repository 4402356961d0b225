import { ChartColumn } from "lucide-react";
import type { ReactNode } from "react";

import { BarTable } from "~/components/insights/bar-table";
import { EmptyState } from "~/components/ui/empty-state";
import { Section } from "~/components/ui/page";
import { standingLabel } from "~/domain/report/search/search-query";
import type { PublishedStatistics } from "~/domain/report/statistics/published-statistics";
import { foremost } from "~/domain/report/statistics/tally";

import { Prose, ReadingPage } from "../reading-page";
import { BalanceTable } from "./balance-table";

/** How many names a table shows. */
const most = 15;
/** Months that are shown. */
const months = 36;

const share = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;

/** What is published, counted for readers: what we rate how, whose claims, on what, and how often we were wrong. */
export function StatisticsPage({ statistics }: { statistics: PublishedStatistics }) {
  const { verdicts, reports } = statistics;
  return (
    <ReadingPage
      title="Statistics"
      lead="What we have published, counted. Everything here can be counted again from the verdicts themselves."
    >
      {verdicts === 0 ? (
        <EmptyState icon={ChartColumn} title="Nothing to count yet">
          Figures appear here with the first published verdict. Demonstrations are not counted.
        </EmptyState>
      ) : (
        <>
          <Prose>
            <p>
              {verdicts.toLocaleString("en")} {verdicts === 1 ? "verdict" : "verdicts"} in{" "}
              {reports.toLocaleString("en")} {reports === 1 ? "report" : "reports"}, each counted
              once, as it stands now. Demonstrations are not counted.
            </p>
            <p className="no-print">
              <a
                href="/statistics.csv"
                className="inline-flex min-h-6 items-center text-accent underline"
              >
                All figures as CSV
              </a>
            </p>
          </Prose>
          <Figures statistics={statistics} />
        </>
      )}
    </ReadingPage>
  );
}

function Figures({ statistics }: { statistics: PublishedStatistics }) {
  const { verdicts, ratings, corrections, corrected } = statistics;
  return (
    <>
      <Part title="By rating" id="ratings">
        <BarTable
          caption="Verdicts by rating"
          columns={["Rating", "Verdicts", "Share"]}
          bars={ratings.map(({ standing, count }) => ({
            ...{ key: standing, label: standingLabel(standing), value: count },
            cells: [count.toLocaleString("en"), share(count, verdicts)],
            ...(standing !== "retracted" && { rating: standing }),
          }))}
        />
      </Part>
      <Part
        title="By month"
        id="months"
        words="By the month in which a verdict was first published."
      >
        <BalanceTable
          caption="Verdicts by month of first publication"
          head="Month"
          rows={statistics.months.slice(0, months)}
        />
      </Part>
      <Part title="By topic" id="topics" words="A verdict can have several topics, or none.">
        <BalanceTable
          caption="Verdicts by topic"
          head="Topic"
          rows={foremost(statistics.topics, most, "Other topics")}
        />
      </Part>
      <Part
        title="Whose claims"
        id="claimants"
        words="Whether a name is a person’s or an organisation’s is a guess from the name. How often a claim of somebody was checked says as much about what we chose as about them."
      >
        <BalanceTable
          caption="Verdicts by kind of claimant"
          head="Kind"
          rows={statistics.claimantTypes}
        />
        <BalanceTable
          caption="Verdicts by claimant"
          head="Claimant"
          rows={foremost(statistics.claimants, most, "All others")}
        />
      </Part>
      <Part
        title="Where the claims stood"
        id="outlets"
        words="By the outlet whose article was checked."
      >
        <BalanceTable
          caption="Verdicts by outlet"
          head="Outlet"
          rows={foremost(statistics.outlets, most, "All others")}
        />
      </Part>
      <Part title="When we were wrong" id="corrections">
        <Prose>
          <p>
            {corrected.toLocaleString("en")} of {verdicts.toLocaleString("en")} verdicts (
            {share(corrected, verdicts)}) were corrected or retracted at least once. Each time is in{" "}
            <a href="/corrections" className="text-accent underline">
              the log of corrections
            </a>
            .
          </p>
        </Prose>
        <BarTable
          caption="What became of published verdicts"
          columns={["What", "Times"]}
          bars={(
            [
              ["being_corrected", "Put in doubt"],
              ["upheld", "Kept as published"],
              ["corrected", "Corrected"],
              ["retracted", "Retracted"],
            ] as const
          ).map(([kind, label]) => ({
            ...{ key: kind, label, value: corrections[kind] },
            cells: [corrections[kind].toLocaleString("en")],
          }))}
        />
      </Part>
    </>
  );
}

interface PartProps {
  title: string;
  id: string;
  words?: string;
  children: ReactNode;
}

const Part = ({ title, id, words, children }: PartProps) => (
  <Section look="read" title={title} id={id}>
    {words === undefined ? null : (
      <Prose>
        <p className="text-muted">{words}</p>
      </Prose>
    )}
    {children}
  </Section>
);

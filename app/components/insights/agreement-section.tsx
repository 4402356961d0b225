import type { ReactNode } from "react";

import { Section } from "~/components/ui/page";
import { claimTypeLabel } from "~/domain/claim/claim";
import {
  agreementOf,
  fewestCases,
  roughBelow,
  type Agreement,
} from "~/domain/statistics/agreement";
import type { AgreementTable, AgreementTables } from "~/domain/statistics/insights";
import { stepWords } from "~/domain/statistics/period";

import { BarTable } from "./bar-table";
import { ConfusionMatrix } from "./confusion-matrix";

const columns = ["", "Agree", "Kappa", "95 % interval", "Cases"];

/** How far first and blind second ratings agree, for all cases, by pair, by topic, by type of claim and by month. */
export function AgreementSection({ tables, withheld }: AgreementTables) {
  const whole = tables.find(({ part }) => part === "all");
  const agreement = whole && agreementOf(whole.cells);
  return (
    <Section
      title="Agreement of first and second verdict"
      aside="From blind second verdicts of settled claims only"
    >
      {!whole || !agreement ? (
        <TooFew>
          There are fewer than {fewestCases} cases in this period: not shown. A case is a claim that
          was approved after a blind second verdict.
        </TooFew>
      ) : (
        <>
          <Sentence agreement={agreement} />
          <ConfusionMatrix cells={whole.cells} />
          <Part
            title="By pair"
            first="Lead, second reviewer"
            part="pair"
            {...{ tables, withheld }}
          />
          <Part
            title="By topic"
            note="A claim with two topics counts in both; one without a topic counts in none."
            first="Topic"
            part="topic"
            {...{ tables, withheld }}
          />
          <Part title="By type of claim" first="Type" part="type" {...{ tables, withheld }} />
          <Part title="By month" first="Month" part="month" {...{ tables, withheld }} />
        </>
      )}
    </Section>
  );
}

function Sentence({ agreement: { cases, same, share, kappa } }: { agreement: Agreement }) {
  return (
    <p className="max-w-prose">
      <strong className="text-2xl font-semibold">{percent(share)}</strong> of {cases} cases agree (
      {same} of them).{" "}
      {kappa === null ? (
        <>Cohen’s kappa is not defined here: both ratings were the same throughout.</>
      ) : (
        <>
          Cohen’s kappa, which takes off what chance would bring, is{" "}
          <strong className="font-semibold">{kappa.value.toFixed(2)}</strong>
          {kappa.interval === null
            ? "; it has no interval where all cases agree."
            : `, 95 % interval ${intervalWords(kappa.interval)}.`}
          {cases < roughBelow
            ? ` With fewer than ${roughBelow} cases the interval is only rough.`
            : ""}
        </>
      )}
    </p>
  );
}

interface PartProps extends AgreementTables {
  title: string;
  first: string;
  /** What to know before reading it. */
  note?: string;
  part: Exclude<AgreementTable["part"], "all">;
}

function Part({ title, first, note, part, tables, withheld }: PartProps) {
  const bars = tables
    .filter((table) => table.part === part)
    .flatMap((table) => {
      const agreement = agreementOf(table.cells);
      return agreement ? [{ table, agreement }] : [];
    })
    .toSorted((a, b) => compareTables(a.table, b.table))
    .map(({ table, agreement: { cases, share, kappa } }) => ({
      key: nameOf(table),
      label: nameOf(table),
      value: share,
      cells: [
        percent(share),
        kappa?.value.toFixed(2) ?? "–",
        kappa?.interval ? intervalWords(kappa.interval) : "–",
        cases,
      ],
    }));
  const few = withheld[part];
  return (
    <Section look="part" title={title}>
      {note === undefined ? null : <p className="max-w-prose text-sm text-muted">{note}</p>}
      {bars.length > 0 ? (
        <div
          className="overflow-x-auto"
          tabIndex={0}
          role="group"
          aria-label={`Agreement ${title}`}
        >
          <BarTable
            caption={`Agreement, ${title}`}
            columns={[first, ...columns.slice(1)]}
            bars={bars}
            whole={1}
          />
        </div>
      ) : null}
      {few > 0 ? (
        <TooFew>
          {bars.length > 0
            ? `${few} more with`
            : few === 1
              ? "The only one has"
              : `All ${few} have`}{" "}
          fewer than {fewestCases} cases: not shown.
        </TooFew>
      ) : null}
    </Section>
  );
}

const TooFew = ({ children }: { children: ReactNode }) => (
  <p className="text-sm text-muted">{children}</p>
);

function nameOf(table: AgreementTable): string {
  switch (table.part) {
    case "all":
      return "All";
    case "pair":
      return `${table.leadName}, ${table.secondName}`;
    case "topic":
      return table.name;
    case "type":
      return claimTypeLabel[table.type];
    case "month":
      return stepWords(`${table.month}-01`, "month");
  }
}

/** Months in their order; whatever else, that with the most cases first. */
function compareTables(a: AgreementTable, b: AgreementTable): number {
  if (a.part === "month" && b.part === "month") return a.month.localeCompare(b.month);
  return casesIn(b) - casesIn(a);
}

const casesIn = ({ cells }: AgreementTable) => cells.reduce((sum, { count }) => sum + count, 0);
const percent = (share: number) => `${Math.round(100 * share)} %`;
const intervalWords = ({ low, high }: { low: number; high: number }) =>
  `${low.toFixed(2)} to ${high.toFixed(2)}`;

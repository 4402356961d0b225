import { stateLabel, type ClaimState } from "~/domain/review/workflow";
import type { Throughput } from "~/domain/statistics/insights";
import { stepOf, stepsOf, stepWords, type Period } from "~/domain/statistics/period";

/** The stages whose flow tells where work piles up, in the order in which a claim comes through them. */
const shown: readonly ClaimState[] = [
  "open",
  "in_review",
  "second_review",
  "disputed",
  "approved",
  "published",
];
const height = 40;

export interface ThroughputChartProps {
  period: Period;
  throughput: readonly Throughput[];
}

/** How often claims came into each stage, step by step: small columns of one scale, and the same as a table. */
export function ThroughputChart({ period, throughput }: ThroughputChartProps) {
  const step = stepOf(period);
  const steps = stepsOf(period);
  const known = new Map(throughput.map(({ begins, moves }) => [begins, moves]));
  const times = (begins: string, state: ClaimState) => known.get(begins)?.[state] ?? 0;
  const most = Math.max(1, ...steps.flatMap((at) => shown.map((state) => times(at, state))));
  return (
    <div className="flex flex-col gap-3">
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((state) => {
          const total = steps.reduce((sum, at) => sum + times(at, state), 0);
          return (
            <li key={state} className="rounded-md border border-line bg-raised p-3">
              <p className="flex justify-between gap-3 text-sm">
                <span className="font-medium">{stateLabel[state]}</span>
                <span className="tabular-nums">{total}</span>
              </p>
              <svg
                role="img"
                aria-label={`${stateLabel[state]}: ${total} times in ${steps.length} ${step}s; the table below has each`}
                viewBox={`0 0 ${steps.length} ${height}`}
                preserveAspectRatio="none"
                className="mt-2 block h-12 w-full border-b border-line-strong"
              >
                {steps.map((at, index) => {
                  const tall = (height * times(at, state)) / most;
                  return (
                    <rect
                      key={at}
                      x={index + 0.1}
                      y={height - tall}
                      width={0.8}
                      height={tall}
                      className="fill-accent"
                    />
                  );
                })}
              </svg>
            </li>
          );
        })}
      </ul>
      <details>
        <summary className="cursor-pointer text-sm text-accent">The same as a table</summary>
        <div className="mt-2 overflow-x-auto" tabIndex={0} role="group" aria-label="Throughput">
          <table className="w-full border-collapse text-sm">
            <caption className="sr-only">How often claims came into each stage</caption>
            <thead>
              <tr className="border-b border-line-strong text-left text-xs text-muted">
                <th scope="col" className="py-1 pr-3 font-medium">
                  From
                </th>
                {shown.map((state) => (
                  <th key={state} scope="col" className="py-1 pl-3 text-right font-medium">
                    {stateLabel[state]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map((at) => (
                <tr key={at} className="border-b border-line last:border-0">
                  <th scope="row" className="py-1 pr-3 text-left font-normal whitespace-nowrap">
                    {stepWords(at, step)}
                  </th>
                  {shown.map((state) => (
                    <td key={state} className="py-1 pl-3 text-right tabular-nums">
                      {times(at, state)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  );
}

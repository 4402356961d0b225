import { Link } from "@remix-run/react";

import { ClaimStateBadge } from "~/components/desk/claim-state-badge";
import { Section } from "~/components/ui/page";
import { Time } from "~/components/ui/time";
import { claimStates, stateLabel } from "~/domain/review/workflow";
import { durationWords } from "~/domain/statistics/duration-words";
import {
  idleAfterDays,
  type LongestStanding,
  type TimeInStage,
  type Waiting,
} from "~/domain/statistics/insights";

import { BarTable } from "./bar-table";

const nothing = (what: string) => <p className="text-sm text-muted">{what}</p>;

/** How long claims stand in each stage before they move on. */
export function TimeInStageSection({ stages }: { stages: readonly TimeInStage[] }) {
  return (
    <Section title="Time in stage" aside="Stays that ended in this period">
      {stages.length === 0 ? nothing("No claim has left a stage in this period.") : null}
      {stages.length > 0 ? (
        <BarTable
          caption="How long claims stood in each stage"
          columns={["Stage", "Median", "90 % within", "Stays"]}
          bars={stages
            .toSorted((a, b) => claimStates.indexOf(a.state) - claimStates.indexOf(b.state))
            .map(({ state, stays, medianSeconds, p90Seconds }) => ({
              key: state,
              label: stateLabel[state],
              value: medianSeconds,
              cells: [durationWords(medianSeconds), durationWords(p90Seconds), stays],
            }))}
        />
      ) : null}
    </Section>
  );
}

/** What waits now and on whom, and what nobody has touched for days. */
export function WaitingSection({ waiting }: { waiting: readonly Waiting[] }) {
  const longest = Math.max(0, ...waiting.map(({ idle }) => idle));
  return (
    <Section
      title="What is idle, and on whom"
      aside={`Now; idle is untouched for ${idleAfterDays} days`}
    >
      {waiting.length === 0 ? (
        nothing("Nothing waits for anybody.")
      ) : (
        <>
          <WaitingTable
            caption="Claims that wait, by person and stage"
            waiting={waiting.slice(0, atFirst)}
            longest={longest}
          />
          {waiting.length > atFirst ? (
            <details>
              <summary className="min-h-6 cursor-pointer text-sm text-accent">
                {waiting.length - atFirst} more
              </summary>
              <WaitingTable
                caption="Further claims that wait, by person and stage"
                waiting={waiting.slice(atFirst)}
                longest={longest}
              />
            </details>
          ) : null}
        </>
      )}
    </Section>
  );
}

/** Rows that are shown without asking; who waits for most stands first. */
const atFirst = 12;

function WaitingTable(props: { caption: string; waiting: readonly Waiting[]; longest: number }) {
  return (
    <BarTable
      caption={props.caption}
      columns={["On whom", "Idle", "Waiting"]}
      whole={props.longest}
      bars={props.waiting.map(({ state, personId, name, waiting: all, idle }) => ({
        key: `${state} ${personId}`,
        label: (
          <>
            {personId === null ? "The editors" : (name ?? "A former colleague")}{" "}
            <span className="text-muted">· {stateLabel[state]}</span>
          </>
        ),
        value: idle,
        cells: [idle, all],
      }))}
    />
  );
}

/** The claims under way that have stood longest where they are. */
export function OldestSection({ oldest }: { oldest: readonly LongestStanding[] }) {
  return (
    <Section title="Oldest ten" aside="Now; the longest in their stage">
      {oldest.length === 0 ? (
        nothing("No claim is under way.")
      ) : (
        <ol className="flex flex-col divide-y divide-line rounded-md border border-line bg-raised">
          {oldest.map(({ claimId, statement, state, name, since, touchedAt }) => (
            <li key={claimId} className="flex flex-col gap-1 px-3 py-2">
              <Link to={`/desk/claims/${claimId}`} className="font-medium break-words">
                {statement}
              </Link>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
                <ClaimStateBadge state={state} />
                <span>{name ?? "The editors"}</span>
                <span>
                  since <Time iso={since} />
                </span>
                <span>
                  last touched <Time iso={touchedAt} />
                </span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

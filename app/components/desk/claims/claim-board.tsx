import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useState } from "react";

import { listAddress, type ClaimFilter } from "~/domain/claim/list/claim-filter";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { RowNews } from "~/domain/claim/list/list-news";
import type { Person } from "~/domain/people/person";
import { listSteps, stepInto, type ListAction } from "~/domain/review/list-steps";
import { actionLabel, claimStates, stateLabel, type ClaimState } from "~/domain/review/workflow";

import { ClaimCard } from "./claim-card";
import { countWords } from "./count-words";
import { PersonLanes } from "./person-lanes";

export interface ClaimBoardProps {
  /** In the places they had when the board was loaded, by the state they had then. */
  rows: readonly { item: ClaimItem; news: RowNews; column: ClaimState }[];
  counts: Partial<Record<ClaimState, number>>;
  filter: ClaimFilter;
  person: Person;
  reviewers: readonly Person[];
  today: string;
  onSteps: (item: ClaimItem, chosen?: { action?: ListAction; leadId?: string }) => void;
}

/**
 * The claims in columns by state, the first of each. A card can be dragged into a state that a legal step leads to, or
 * onto a person; what is dropped asks for what the step needs before anything happens.
 */
export function ClaimBoard(props: ClaimBoardProps) {
  const { rows, counts, filter, person, reviewers, today, onSteps } = props;
  const [dragged, setDragged] = useState<ClaimItem | null>(null);
  const columns = filter.states.length === 0 ? claimStates : filter.states;
  /** Whether dropping what is dragged on this person could make them its lead. In second review the lead is settled. */
  const canLead = (personId: string) =>
    dragged !== null &&
    dragged.state !== "second_review" &&
    dragged.leadId !== personId &&
    !dragged.recusedIds.includes(personId) &&
    listSteps(person, dragged).some(({ action }) => action === "assign");
  return (
    <div className="flex flex-col gap-3">
      <PersonLanes
        reviewers={reviewers}
        canLead={canLead}
        onDrop={(leadId) => {
          if (dragged) onSteps(dragged, { action: "assign", leadId });
          setDragged(null);
        }}
      />
      <div
        tabIndex={0}
        role="region"
        aria-label="Board"
        className="relative flex gap-3 overflow-x-auto pb-3"
      >
        {columns.map((state) => {
          const step = dragged && stepInto(person, dragged, state);
          const shown = rows.filter(({ column }) => column === state);
          const count = counts[state] ?? 0;
          return (
            <section
              key={state}
              aria-label={stateLabel[state]}
              data-column={state}
              onDragOver={(event) => {
                if (step) event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged && step) onSteps(dragged, { action: step.action });
                setDragged(null);
              }}
              className={clsx(
                "flex w-72 shrink-0 flex-col gap-2 rounded-lg border bg-sunken p-2",
                step ? "border-accent outline-2 outline-accent" : "border-line",
                dragged !== null && !step && "opacity-60",
              )}
            >
              <h2 className="flex min-h-7 items-center justify-between gap-2 px-1 text-sm font-semibold">
                {stateLabel[state]}
                <span className="font-normal text-muted tabular-nums">{countWords(count)}</span>
              </h2>
              <p className={clsx("px-1 text-xs", step ? "text-accent-strong" : "invisible")}>
                Drop: {step ? actionLabel[step.action] : "not from there"}
              </p>
              <ul className="flex flex-col gap-2">
                {shown.map(({ item, news }) => (
                  <ClaimCard
                    key={item.id}
                    item={item}
                    news={news}
                    today={today}
                    steps={listSteps(person, item)}
                    onSteps={(action) => onSteps(item, action && { action })}
                    onDrag={(isDragged) => setDragged(isDragged ? item : null)}
                  />
                ))}
              </ul>
              {count > shown.length ? (
                <Link
                  to={listAddress({ ...filter, states: [state] })}
                  className="rounded-sm px-1 text-sm"
                >
                  All {countWords(count)} in the table
                </Link>
              ) : null}
              {count === 0 ? <p className="px-1 pb-2 text-sm text-muted">None</p> : null}
            </section>
          );
        })}
      </div>
    </div>
  );
}

import { Link } from "@remix-run/react";
import clsx from "clsx";

import { stateIcon } from "~/components/ui/icons";
import { listAddress, type ClaimFilter, type ListLook } from "~/domain/claim/list/claim-filter";
import { claimStates, stateLabel, type ClaimState } from "~/domain/review/workflow";

import { countWords } from "./count-words";

export interface StateLinksProps {
  filter: ClaimFilter;
  look: ListLook;
  /** How many claims of the filter stand in each state, whichever states are chosen. */
  counts: Partial<Record<ClaimState, number>>;
}

/** The states with their numbers; each link takes its state into the filter or out of it. */
export function StateLinks({ filter, look, counts }: StateLinksProps) {
  return (
    <nav aria-label="States" className="flex flex-wrap gap-1.5">
      {claimStates.map((state) => {
        const isChosen = filter.states.includes(state);
        const states = claimStates.filter((other) =>
          other === state ? !isChosen : filter.states.includes(other),
        );
        const Icon = stateIcon[state];
        return (
          <Link
            key={state}
            to={listAddress({ ...filter, states }, { view: look })}
            preventScrollReset
            aria-current={isChosen ? "true" : undefined}
            className={clsx(
              "inline-flex min-h-7 items-center gap-1.5 rounded-md border px-2 text-sm no-underline",
              isChosen
                ? "border-accent bg-accent-soft font-medium text-accent-strong"
                : "border-line bg-raised text-ink hover:bg-sunken",
            )}
          >
            <Icon aria-hidden className="size-3.5" />
            {stateLabel[state]}
            <span className="text-muted tabular-nums">{countWords(counts[state] ?? 0)}</span>
          </Link>
        );
      })}
    </nav>
  );
}

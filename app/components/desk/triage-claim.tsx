import { Link } from "@remix-run/react";
import clsx from "clsx";
import type { MouseEvent } from "react";

import type { FormState } from "~/components/ui/form-failure";
import { claimTypeLabel } from "~/domain/claim/claim";
import { dismissalLabel } from "~/domain/claim/dismissal";
import type { Person } from "~/domain/people/person";

import { ClaimStateBadge } from "./claim-state-badge";
import { PriorityBadge } from "./deadline";
import { ModelMark } from "./model-mark";
import { TriageActions } from "./triage-actions";
import type { TriageClaim } from "./triage-claims";
import type { TriageSelection } from "./use-triage-selection";

export interface TriageClaimRowProps extends FormState {
  item: TriageClaim & { number: number };
  all: readonly TriageClaim[];
  selection: TriageSelection;
  reviewers: readonly Person[];
  onSelect: (id: string) => void;
}

export const rowId = (claimId: string) => `claim-${claimId}`;

/** One claim of the list; the selected one shows why it was proposed and what can be done with it. */
export function TriageClaimRow(props: TriageClaimRowProps) {
  const { item, selection, onSelect, ...rest } = props;
  const { claim, number } = item;
  const selected = selection.selected === claim.id;
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    onSelect(claim.id);
  };
  return (
    <li
      id={rowId(claim.id)}
      data-selected={selected ? "" : undefined}
      className={clsx(
        "flex flex-col gap-3 border-l-4 px-3 py-3",
        selected ? "border-l-accent bg-raised" : "border-l-transparent",
      )}
    >
      <div className="flex gap-3">
        <span className="min-w-6 text-right text-sm text-muted">{number}</span>
        <div className="flex min-w-0 flex-1 flex-col gap-1">
          <Link
            to={`?claim=${claim.id}#${rowId(claim.id)}`}
            preventScrollReset
            data-claim-link=""
            aria-current={selected ? "true" : undefined}
            onClick={choose}
            className={clsx(
              "min-h-6 rounded-sm hover:underline",
              claim.state === "dismissed" && "text-muted line-through",
              selected && "font-medium",
            )}
          >
            {claim.statement}
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <ClaimStateBadge state={claim.state} />
            <PriorityBadge priority={claim.priority} />
            <span>{claim.claimant === null ? "The outlet itself" : claim.claimant}</span>
            <span>{claimTypeLabel[claim.type]}</span>
            <ModelMark model={claim.model} />
          </div>
        </div>
      </div>
      {selected ? (
        <div className="flex flex-col gap-3 sm:pl-9">
          <Why item={item} reviewers={rest.reviewers} />
          <TriageActions item={item} selection={selection} {...rest} />
        </div>
      ) : null}
    </li>
  );
}

function Why({ item, reviewers }: { item: TriageClaim; reviewers: readonly Person[] }) {
  const { claim } = item;
  const nameOf = (id: string | null) => reviewers.find((person) => person.id === id)?.name ?? null;
  const lead = nameOf(claim.leadId);
  const second = nameOf(claim.secondId);
  const percent = Math.round(claim.checkWorthiness * 100);
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      {claim.origin === "engine" ? (
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="text-muted">Worth checking</span>
          <meter className="gauge w-20" min={0} max={100} value={percent}>
            {percent} of 100
          </meter>
          <span>{percent} of 100</span>
        </p>
      ) : (
        <p className="text-muted">Proposed by a person</p>
      )}
      {claim.reasons.length > 0 ? (
        <ul className="list-disc pl-5 text-muted">
          {claim.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      ) : null}
      {claim.dismissalReason === null ? null : (
        <p>
          Dismissed
          {claim.dismissalKind === null || claim.dismissalKind === "other"
            ? null
            : ` (${dismissalLabel[claim.dismissalKind].toLowerCase()})`}
          : {claim.dismissalReason}
        </p>
      )}
      {lead === null || second === null ? null : (
        <p className="text-muted">
          {lead} leads, {second} decides second
        </p>
      )}
    </div>
  );
}

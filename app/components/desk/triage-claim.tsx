import { Link } from "@remix-run/react";
import clsx from "clsx";
import { CopyCheck } from "lucide-react";
import type { MouseEvent } from "react";

import { Badge } from "~/components/ui/badge";
import type { FormState } from "~/components/ui/form-failure";
import { claimTypeLabel } from "~/domain/claim/claim";
import { hasReview } from "~/domain/people/permissions";
import type { Person } from "~/domain/people/person";

import { ClaimMatches } from "./claim-matches";
import { ClaimReading } from "./claim-reading";
import { ClaimStateBadge } from "./claim-state-badge";
import { PriorityBadge } from "./deadline";
import { MarkedStatement } from "./marked-statement";
import { ModelMark } from "./model-mark";
import { DriftMark } from "./drift/drift-marks";
import { PeopleHere } from "./people-here";
import { ClaimTopics } from "./topics/topics-line";
import { TriageActions } from "./triage-actions";
import { rowId, waitsForComparison, type TriageClaim } from "./triage-claims";
import type { TriageSelection } from "./use-triage-selection";

export interface TriageClaimRowProps extends FormState {
  item: TriageClaim & { number: number };
  all: readonly TriageClaim[];
  selection: TriageSelection;
  reviewers: readonly Person[];
  onSelect: (id: string) => void;
}

/** One claim of the list; the selected one shows why it was proposed and what can be done with it. */
export function TriageClaimRow(props: TriageClaimRowProps) {
  const { item, selection, onSelect, ...rest } = props;
  const { claim, number } = item;
  const selected = selection.selected === claim.id;
  const nameOf = (id: string | null) =>
    rest.reviewers.find((person) => person.id === id)?.name ?? null;
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
            to={selection.address(claim.id)}
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
            <MarkedStatement statement={claim.statement} quote={claim.anchor.exact} />
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <ClaimStateBadge state={claim.state} />
            <PriorityBadge priority={claim.priority} />
            <span>{claim.claimant === null ? "The outlet itself" : claim.claimant}</span>
            <span>{claimTypeLabel[claim.type]}</span>
            <ModelMark model={claim.model} />
            {item.matches.length > 0 ? (
              <Badge tone="accent" icon={CopyCheck}>
                {item.matches.some(({ state }) => state === "confirmed")
                  ? "Repeats another"
                  : "Seems to repeat another"}
              </Badge>
            ) : null}
            <DriftMark claimId={claim.id} />
            {hasReview(claim.state) ? <PeopleHere claimId={claim.id} /> : null}
          </div>
        </div>
      </div>
      {selected ? (
        <div className="flex flex-col gap-3 sm:pl-9">
          <ClaimReading claim={claim} />
          <ClaimTopics
            claimId={claim.id}
            maySet={item.maySetTopics}
            failure={rest.failure}
            busy={rest.busy}
          />
          <Names item={item} nameOf={nameOf} />
          <ClaimMatches
            matches={item.matches}
            comparing={claim.comparedAt === null && waitsForComparison.has(claim.state)}
            nameOf={nameOf}
            failure={rest.failure}
            busy={rest.busy}
          />
          <TriageActions item={item} selection={selection} {...rest} />
        </div>
      ) : null}
    </li>
  );
}

function Names({
  item,
  nameOf,
}: {
  item: TriageClaim;
  nameOf: (id: string | null) => string | null;
}) {
  const lead = nameOf(item.claim.leadId);
  const second = nameOf(item.claim.secondId);
  if (lead === null || second === null) return null;
  return (
    <p className="text-sm text-muted">
      {lead} leads, {second} decides second
    </p>
  );
}

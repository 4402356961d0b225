import { SearchX } from "lucide-react";
import type { ReactNode } from "react";

import { EmptyState } from "~/components/ui/empty-state";
import { KeptWords } from "~/components/ui/failure-notice";
import type { FormFailure, FormState } from "~/components/ui/form-failure";
import type { Person } from "~/domain/people/person";

import { TriageClaimRow } from "./triage-claim";
import type { TriageClaim } from "./triage-claims";
import type { TriageSelection } from "./use-triage-selection";

export interface TriageListProps extends FormState {
  claims: readonly (TriageClaim & { number: number })[];
  selection: TriageSelection;
  reviewers: readonly Person[];
  onSelect: (id: string) => void;
  /** Above the list: what adds to it. */
  head: ReactNode;
  /** Chooses the order. */
  order: ReactNode;
}

/** The claims of an article, in the order that was chosen. */
export function TriageList({ claims, head, order, ...rest }: TriageListProps) {
  const { failure, selection } = rest;
  return (
    <div className="flex flex-col gap-3">
      {head}
      {failure !== null && !isShown(failure, claims, selection) ? (
        <KeptWords failure={failure} />
      ) : null}
      {claims.length === 0 ? (
        <EmptyState icon={SearchX} title="No claim was found in this article">
          Select the words of one in the article and propose it yourself.
        </EmptyState>
      ) : (
        <>
          {order}
          <ol className="flex flex-col divide-y divide-line overflow-hidden rounded-lg border border-line">
            {claims.map((item) => (
              <TriageClaimRow key={item.claim.id} item={item} all={claims} {...rest} />
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** Whether the refused form still stands on the page and shows the failure itself. */
function isShown(
  { values }: FormFailure,
  claims: readonly TriageClaim[],
  { selected, panel }: TriageSelection,
): boolean {
  const { intent, claimId } = values;
  if (intent === "propose" || intent === "decide_match") return true;
  if (claimId !== selected) return false;
  const actions: string[] = claims.find(({ claim }) => claim.id === claimId)?.actions ?? [];
  if (intent === undefined || !actions.includes(intent)) return false;
  return intent === "accept" || intent === "restore" || intent === panel;
}

import type { FormState } from "~/components/ui/form-failure";
import type { Person } from "~/domain/people/person";

import { AssignForm } from "./assign-form";
import { DismissForm } from "./dismiss-form";
import { EditStatementForm } from "./edit-statement-form";
import { MergeForm } from "./merge-form";
import { SplitForm } from "./split-form";
import { mergeTargets, nextMergeTarget, type TriageClaim, type TriagePanel } from "./triage-claims";
import type { TriageSelection } from "./use-triage-selection";

export interface TriagePanelFormProps extends FormState {
  panel: TriagePanel;
  item: TriageClaim;
  all: readonly TriageClaim[];
  selection: TriageSelection;
  reviewers: readonly Person[];
}

/** The form of the one step that is open under the selected claim. */
export function TriagePanelForm(props: TriagePanelFormProps) {
  const { panel, item, all, selection, reviewers, failure, busy } = props;
  const { claim } = item;
  const leave = () => selection.leave(claim.id);
  switch (panel) {
    case "dismiss":
      return <DismissForm claim={claim} autoFocus failure={failure} busy={busy} onSend={leave} />;
    case "edit_statement":
      return <EditStatementForm claim={claim} failure={failure} busy={busy} />;
    case "split":
      return <SplitForm claim={claim} failure={failure} busy={busy} onSend={leave} />;
    case "merge":
      return (
        <MergeForm
          claim={claim}
          targets={mergeTargets(all, claim.id)}
          suggested={nextMergeTarget(all, claim.id)}
          failure={failure}
          busy={busy}
          onSend={leave}
        />
      );
    case "assign":
      return (
        <AssignForm claim={claim} reviewers={reviewers} failure={failure} busy={busy} autoFocus />
      );
  }
}

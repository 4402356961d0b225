import { Form, Link } from "@remix-run/react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import type { FormState } from "~/components/ui/form-failure";
import { FailureNotice } from "~/components/ui/failure-notice";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { ClaimItem } from "~/domain/claim/list/claim-item";
import type { Person } from "~/domain/people/person";
import { listSteps, type ListAction } from "~/domain/review/list-steps";
import { actionLabel } from "~/domain/review/workflow";

import { AssignForm } from "../assign-form";
import { DismissForm } from "../dismiss-form";
import { ReasonForm } from "../reason-form";

export interface ChosenStep {
  item: ClaimItem;
  /** Which step was asked for; without one they are offered. */
  action?: ListAction;
  /** Onto whom the claim was dropped. */
  leadId?: string;
}

export interface StepDialogProps extends FormState {
  chosen: ChosenStep;
  person: Person;
  reviewers: readonly Person[];
  onClose: () => void;
}

/** The legal steps of one claim, each with what it asks for. */
export function StepDialog({ chosen, person, reviewers, onClose, failure, busy }: StepDialogProps) {
  const { item } = chosen;
  const steps = listSteps(person, item);
  const [action, setAction] = useState(chosen.action ?? null);
  const state = { failure, busy };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={action === null ? "Steps of this claim" : actionLabel[action]}
      description={item.statement}
    >
      {action === null ? (
        <div className="flex flex-wrap gap-2">
          {steps.map((step) => (
            <Button key={step.action} type="button" onClick={() => setAction(step.action)}>
              {actionLabel[step.action]}
            </Button>
          ))}
        </div>
      ) : null}
      {action === "assign" ? (
        <AssignForm
          claim={item}
          reviewers={reviewers}
          excluded={item.recusedIds.map((personId) => ({ personId, why: "conflict" }))}
          {...(chosen.leadId !== undefined && { proposedLeadId: chosen.leadId })}
          {...state}
        />
      ) : null}
      {action === "dismiss" ? <DismissForm claim={item} autoFocus {...state} /> : null}
      {action === "return" || action === "reopen" ? (
        <ReasonForm
          intent={action}
          claim={item}
          label="Reason"
          hint="Kept on record; colleagues see it."
          button={actionLabel[action]}
          autoFocus
          {...state}
        />
      ) : null}
      {action === "accept" || action === "restore" ? (
        <Form method="post" className="flex flex-col gap-3">
          <ClaimFields intent={action} claim={item} />
          <FailureNotice failure={failure} />
          <div>
            <Button variant="primary" busy={busy} autoFocus>
              {actionLabel[action]}
            </Button>
          </div>
        </Form>
      ) : null}
      <p className="border-t border-line pt-3 text-sm text-muted">
        Everything else is done <Link to={`/desk/claims/${item.id}`}>in the claim’s own room</Link>.
      </p>
    </Dialog>
  );
}

import { failureOf, type FormState } from "~/components/ui/form-failure";
import type { ClaimReference } from "~/components/ui/hidden-fields";

import { ReasonForm } from "./reason-form";

const steps = {
  return: {
    summary: "Return to the lead",
    label: "What must change?",
    hint: "The lead sees this and can edit the review again.",
    button: "Return the review",
    variant: "secondary",
  },
  reopen: {
    summary: "Reopen the review",
    label: "Why is it reopened?",
    hint: "All signatures on it become void, and the review goes back to its lead.",
    button: "Reopen and void the signatures",
    variant: "danger",
  },
  dismiss: {
    summary: "Dismiss the claim",
    label: "Why is it not checked?",
    hint: "Kept on record; colleagues see it. It can be taken back.",
    button: "Dismiss",
    variant: "danger",
  },
} as const;

export interface ReasonStepProps extends FormState {
  step: keyof typeof steps;
  claim: ClaimReference;
}

/** A step that is not the usual next one, folded away with the reason that it asks for. */
export function ReasonStep({ step, claim, failure, busy }: ReasonStepProps) {
  const { summary, ...form } = steps[step];
  return (
    <details
      className="rounded-md border border-line bg-raised"
      open={failureOf(failure, step, claim.id) !== null}
    >
      <summary className="min-h-9 px-3 py-1.5 font-medium">{summary}</summary>
      <div className="border-t border-line p-3">
        <ReasonForm intent={step} claim={claim} failure={failure} busy={busy} {...form} />
      </div>
    </details>
  );
}

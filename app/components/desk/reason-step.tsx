import type { ReactNode } from "react";

import { failureOf, type FormState } from "~/components/ui/form-failure";
import type { ClaimReference } from "~/components/ui/hidden-fields";

import { DismissForm } from "./dismiss-form";
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
  recuse: {
    summary: "Declare a conflict of interest",
    label: "What is the conflict?",
    hint: "Every part that you have in this claim ends, and you cannot be assigned to it again. Colleagues see this in the trail.",
    button: "Declare it and step back",
    variant: "danger",
  },
  settle_by_one: {
    summary: "Give the dispute to one editor",
    label: "Why does one editor decide?",
    hint: "Instead of the vote, for which too few editors are free. Votes that were cast are kept. Colleagues see this in the trail, and readers that it was so.",
    button: "Give it to one editor",
    variant: "secondary",
  },
  uphold: {
    summary: "Keep it as published",
    label: "Why does it stand after all?",
    hint: "The notice to readers is taken away. This is kept in the trail.",
    button: "Keep it as published",
    variant: "secondary",
  },
  retract: {
    summary: "Retract the verdict",
    label: "Why is it retracted?",
    hint: "Readers see this in place of the rating. A retraction cannot be taken back.",
    button: "Retract the verdict",
    variant: "danger",
  },
} as const;

export interface ReasonStepProps extends FormState {
  step: keyof typeof steps | "dismiss";
  claim: ClaimReference;
}

/** A step that is not the usual next one, folded away with the reason that it asks for. */
export function ReasonStep({ step, ...rest }: ReasonStepProps) {
  const { claim, failure } = rest;
  if (step === "dismiss") {
    return (
      <Folded summary="Dismiss the claim" open={failureOf(failure, step, claim.id) !== null}>
        <DismissForm {...rest} />
      </Folded>
    );
  }
  const { summary, ...form } = steps[step];
  return (
    <Folded summary={summary} open={failureOf(failure, step, claim.id) !== null}>
      <ReasonForm intent={step} {...rest} {...form} />
    </Folded>
  );
}

/** A step that is folded away until it is asked for. */
export function Folded(props: { summary: string; open: boolean; children: ReactNode }) {
  return (
    <details className="rounded-md border border-line bg-raised" open={props.open}>
      <summary className="min-h-9 px-3 py-1.5 font-medium">{props.summary}</summary>
      <div className="border-t border-line p-3">{props.children}</div>
    </details>
  );
}

import { Form } from "@remix-run/react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { SelectField, TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { choiceWarnings } from "~/domain/assignment/suggest-reviewers";
import type { Claim } from "~/domain/claim/claim";
import { roleLabel, type Person } from "~/domain/people/person";
import { takers, type ReviewPart } from "~/domain/review/hand-over";
import type { SecondExclusion } from "~/domain/review/second-verdict";

import { useAssignable } from "./assignment-advice";
import { ChoiceWarnings } from "./suggested-reviewers";

export interface HandOverFormProps extends FormState {
  claim: Claim;
  part: ReviewPart;
  reviewers: readonly Person[];
  excluded: readonly SecondExclusion[];
}

const words = {
  lead: {
    intent: "hand_over",
    summary: "Hand over the review",
    label: "Who leads it from now on",
    hint: "The new lead finds this on the claim until they have read it. It is kept in the trail.",
  },
  second: {
    intent: "hand_over_second",
    summary: "Hand over the second verdict",
    label: "Who decides second instead",
    hint: "Seen by the new second reviewer and by whoever reads the review. Say nothing of the rating that you would give.",
  },
} as const;

/** Gives the lead's part of a review, or the second reviewer's, to a colleague, with a note. Folded away until it is needed. */
export function HandOverForm({
  claim,
  part,
  reviewers,
  excluded,
  failure,
  busy,
}: HandOverFormProps) {
  const { intent, summary, label, hint } = words[part];
  const refused = failureOf(failure, intent, claim.id);
  const typed = refused?.values;
  const people = takers(reviewers, claim, part, excluded);
  const [isOpen, setOpen] = useState(refused !== null);
  const [toId, setToId] = useState(typed?.["toId"] ?? "");
  const assignable = useAssignable(isOpen ? [claim.id] : []);
  const one = (id: string | null) => assignable?.find((person) => person.id === id);
  const warnings =
    part === "lead"
      ? choiceWarnings(one(toId), one(claim.secondId), { leads: 1, seconds: 0 })
      : choiceWarnings(one(claim.leadId), one(toId), { leads: 0, seconds: 1 });
  return (
    <details
      className="rounded-md border border-line bg-raised"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-9 px-3 py-1.5 font-medium">{summary}</summary>
      <div className="border-t border-line p-3">
        {people.length === 0 ? (
          <p className="text-muted">
            Nobody at the desk can take it. An editor can assign it, or invite somebody.
          </p>
        ) : (
          <Form method="post" className="flex flex-col gap-3">
            <ClaimFields intent={intent} claim={claim} />
            <FailureNotice failure={refused} />
            <SelectField
              label={label}
              name="toId"
              placeholder="Choose…"
              options={people.map(({ id, name, role }) => ({
                value: id,
                label: `${name} (${roleLabel[role]})`,
              }))}
              value={toId}
              onChange={(event) => setToId(event.target.value)}
              errors={refused?.errors["toId"]}
            />
            {toId === "" ? null : <ChoiceWarnings warnings={warnings} />}
            <TextAreaField
              label="What is done, and what is left?"
              name="reason"
              hint={hint}
              maxLength={2000}
              defaultValue={typed?.["reason"] ?? ""}
              errors={refused?.errors["reason"]}
            />
            <div>
              <Button busy={busy}>Hand it over</Button>
            </div>
          </Form>
        )}
      </div>
    </details>
  );
}

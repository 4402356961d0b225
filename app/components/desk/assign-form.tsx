import { Form } from "@remix-run/react";
import { useState } from "react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { DateField, SelectField, TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import { priorities, type Claim } from "~/domain/claim/claim";
import { roleLabel, type Person } from "~/domain/people/person";
import type { SecondExclusion } from "~/domain/review/second-verdict";

import { useAssignable } from "./assignment-advice";
import { KeptReason } from "./kept-reason";
import { SuggestedReviewers } from "./suggested-reviewers";

export interface AssignFormProps extends FormState {
  claim: Pick<Claim, "id" | "version" | "leadId" | "secondId" | "dueOn" | "priority" | "state">;
  /** Everybody who may take part in reviews. */
  reviewers: readonly Person[];
  /** Who cannot decide second on this claim, and why. */
  excluded?: readonly SecondExclusion[];
  /** Whether this person may make an exception for who wrote, with a written reason. */
  mayExcept?: boolean;
  autoFocus?: boolean;
  /** Who is to lead, when that was chosen before the form opened. */
  proposedLeadId?: string;
}

/**
 * Gives a claim its lead and its second reviewer, who is never the same person, a deadline and a priority. Says who
 * fits, and what speaks against a choice, where that can be found out.
 */
export function AssignForm(props: AssignFormProps) {
  const { claim, reviewers, failure, busy, autoFocus, proposedLeadId } = props;
  const { excluded = [], mayExcept = false } = props;
  const refused = failureOf(failure, "assign", claim.id);
  const typed = refused?.values;
  const [lead, setLead] = useState(typed?.["leadId"] ?? proposedLeadId ?? claim.leadId ?? "");
  const [second, setSecond] = useState(
    typed?.["secondId"] ?? (claim.secondId === proposedLeadId ? null : claim.secondId) ?? "",
  );
  const assignable = useAssignable([claim.id]);
  const reasonsOf = (id: string) => excluded.filter(({ personId }) => personId === id);
  const people = (taken: string, part: "lead" | "second") =>
    reviewers.map(({ id, name, role }) => {
      const bars = reasonsOf(id).filter(({ why }) => part === "second" || why === "conflict");
      const words = [roleLabel[role], ...bars.map(({ why }) => whyNot[why])].join("; ");
      const excepted = mayExcept && bars.every(({ why }) => why === "wrote");
      return {
        value: id,
        label: `${name} (${words})`,
        disabled: id === taken || (bars.length > 0 && !excepted),
      };
    });
  const needsException = mayExcept && reasonsOf(second).some(({ why }) => why === "wrote");
  return (
    <Form method="post" className="flex flex-col gap-3">
      <ClaimFields intent="assign" claim={claim} />
      <FailureNotice failure={refused} />
      <SelectField
        label="Lead reviewer"
        name="leadId"
        hint="Writes the verdict and gathers the evidence"
        placeholder="Choose…"
        options={people(second, "lead")}
        value={lead}
        onChange={(event) => setLead(event.target.value)}
        errors={refused?.errors["leadId"]}
        autoFocus={autoFocus}
      />
      <SelectField
        label="Second reviewer"
        name="secondId"
        hint="Somebody else; decides before seeing the lead’s verdict"
        placeholder="Choose…"
        options={people(lead, "second")}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
        errors={refused?.errors["secondId"]}
      />
      {assignable === null ? null : (
        <SuggestedReviewers
          people={assignable}
          claims={1}
          lead={lead}
          second={second}
          added={{
            leads: lead === claim.leadId ? 0 : 1,
            seconds: second === claim.secondId ? 0 : 1,
          }}
          onChoose={(leadId, secondId) => {
            setLead(leadId);
            setSecond(secondId);
          }}
        />
      )}
      {needsException ? (
        <TextAreaField
          label="Why somebody who wrote in the review decides second"
          name="exception"
          hint="An exception from the separation of duties. Readers see this in the report’s method box."
          rows={3}
          maxLength={1000}
          defaultValue={typed?.["exception"] ?? ""}
          errors={refused?.errors["exception"]}
        />
      ) : null}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <DateField
          label="Due on"
          name="dueOn"
          optional
          defaultValue={typed?.["dueOn"] ?? claim.dueOn ?? ""}
          errors={refused?.errors["dueOn"]}
        />
        <SelectField
          label="Priority"
          name="priority"
          options={priorities.map((value) => ({ value, label: capital(value) }))}
          defaultValue={typed?.["priority"] ?? claim.priority}
          errors={refused?.errors["priority"]}
        />
      </div>
      <div>
        <Button variant="primary" busy={busy}>
          {claim.state === "open" ? "Assign and open the room" : "Change the assignment"}
        </Button>
      </div>
      <KeptReason refused={refused} />
    </Form>
  );
}

const whyNot = {
  wrote: "wrote in this review",
  led: "has led this review",
  conflict: "declared a conflict of interest",
};

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

import { Form } from "@remix-run/react";
import { Gavel } from "lucide-react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";
import { RatingChoice } from "~/components/verdict/rating-choice";

export interface AdjudicateFormProps extends FormState {
  claim: ClaimReference;
}

/** One editor's decision between two verdicts. */
export function AdjudicateForm({ claim, failure, busy }: AdjudicateFormProps) {
  const refused = failureOf(failure, "adjudicate", claim.id);
  return (
    <Form method="post" className="flex max-w-2xl flex-col gap-4">
      <ClaimFields intent="adjudicate" claim={claim} />
      <FailureNotice failure={refused} />
      <RatingChoice
        legend="Final rating"
        value={refused?.values["rating"] ?? null}
        errors={refused?.errors["rating"]}
      />
      <TextAreaField
        label="Reason"
        name="reason"
        hint="Kept with both verdicts. If the summary or the rationale must change too, return the review instead."
        rows={5}
        maxLength={2000}
        defaultValue={refused?.values["reason"]}
        errors={refused?.errors["reason"]}
      />
      <div>
        <Button variant="primary" icon={Gavel} busy={busy}>
          Decide and sign
        </Button>
      </div>
    </Form>
  );
}

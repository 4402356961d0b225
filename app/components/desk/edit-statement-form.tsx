import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";

export interface EditStatementFormProps extends FormState {
  claim: Pick<Claim, "id" | "version" | "statement">;
}

/** Rewords a claim so that it can be read alone; its passage in the article stays. */
export function EditStatementForm({ claim, failure, busy }: EditStatementFormProps) {
  const refused = failureOf(failure, "edit_statement", claim.id);
  return (
    <Form method="post" className="flex flex-col gap-3">
      <ClaimFields intent="edit_statement" claim={claim} />
      <FailureNotice failure={refused} />
      <TextAreaField
        label="Statement"
        name="statement"
        hint="So that it can be read and judged without the article."
        rows={4}
        autoFocus
        defaultValue={refused?.values["statement"] ?? claim.statement}
        errors={refused?.errors["statement"]}
      />
      <div>
        <Button variant="primary" busy={busy}>
          Save the statement
        </Button>
      </div>
    </Form>
  );
}

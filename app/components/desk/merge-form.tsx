import { Form } from "@remix-run/react";

import { Button } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { SelectField, TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields } from "~/components/ui/hidden-fields";
import type { Claim } from "~/domain/claim/claim";

import { KeptReason } from "./kept-reason";

export interface MergeFormProps extends FormState {
  claim: Pick<Claim, "id" | "version">;
  /** Claims that it can be merged into. */
  targets: readonly Pick<Claim, "id" | "statement">[];
  /** The target chosen to begin with. */
  suggested: string;
  onSend: () => void;
}

/** Folds a claim into another of the same article, which stays. */
export function MergeForm({ claim, targets, suggested, failure, busy, onSend }: MergeFormProps) {
  const refused = failureOf(failure, "merge", claim.id);
  if (targets.length === 0) {
    return <p className="text-sm text-muted">There is no other claim that nobody reviews yet.</p>;
  }
  return (
    <Form method="post" onSubmit={onSend} className="flex flex-col gap-3">
      <ClaimFields intent="merge" claim={claim} />
      <FailureNotice failure={refused} />
      <SelectField
        label="Merge into"
        name="withClaimId"
        hint="That claim stays; this one is laid aside."
        options={targets.map(({ id, statement }) => ({ value: id, label: statement }))}
        autoFocus
        defaultValue={refused?.values["withClaimId"] ?? suggested}
        errors={refused?.errors["withClaimId"]}
      />
      <TextAreaField
        label="Its statement from now on"
        name="statement"
        hint="Empty: as it is."
        optional
        defaultValue={refused?.values["statement"]}
        errors={refused?.errors["statement"]}
      />
      <div>
        <Button variant="primary" busy={busy}>
          Merge
        </Button>
      </div>
      <KeptReason refused={refused} />
    </Form>
  );
}

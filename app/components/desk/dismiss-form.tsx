import { SelectField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import type { ClaimReference } from "~/components/ui/hidden-fields";
import { dismissalKinds, dismissalLabel } from "~/domain/claim/dismissal";

import { ReasonForm } from "./reason-form";

export interface DismissFormProps extends FormState {
  claim: ClaimReference;
  autoFocus?: boolean;
  onSend?: () => void;
}

const options = dismissalKinds.map((kind) => ({ value: kind, label: dismissalLabel[kind] }));

/** Lays a claim aside: a word that can be counted, and a reason that colleagues can read. */
export function DismissForm({ claim, autoFocus = false, failure, busy, onSend }: DismissFormProps) {
  const refused = failureOf(failure, "dismiss", claim.id);
  return (
    <ReasonForm
      intent="dismiss"
      claim={claim}
      label="In your words"
      hint="Kept on record; colleagues see it. The claim can be taken back."
      button="Dismiss"
      variant="danger"
      failure={failure}
      busy={busy}
      {...(onSend && { onSend })}
    >
      <SelectField
        label="Why is this not checked?"
        name="kind"
        placeholder="Choose"
        options={options}
        autoFocus={autoFocus}
        defaultValue={refused?.values["kind"] ?? ""}
        errors={refused?.errors["kind"]}
      />
    </ReasonForm>
  );
}

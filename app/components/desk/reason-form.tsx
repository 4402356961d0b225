import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { Button, type ButtonVariant } from "~/components/ui/button";
import { FailureNotice } from "~/components/ui/failure-notice";
import { TextAreaField } from "~/components/ui/field";
import { failureOf, type FormState } from "~/components/ui/form-failure";
import { ClaimFields, type ClaimReference } from "~/components/ui/hidden-fields";

export interface ReasonFormProps extends FormState {
  intent: string;
  claim: ClaimReference;
  label: string;
  hint?: ReactNode;
  button: string;
  variant?: ButtonVariant;
  autoFocus?: boolean;
  /** Called when the form is sent. */
  onSend?: () => void;
  /** Fields that come before the reason. */
  children?: ReactNode;
  /** Further buttons beside the one that sends. */
  actions?: ReactNode;
}

/** A step that needs its reason in words. */
export function ReasonForm(props: ReasonFormProps) {
  const { intent, claim, label, hint, button, variant = "primary", busy, onSend, actions } = props;
  const failure = failureOf(props.failure, intent, claim.id);
  return (
    <Form method="post" {...(onSend && { onSubmit: onSend })} className="flex flex-col gap-3">
      <ClaimFields intent={intent} claim={claim} />
      <FailureNotice failure={failure} />
      {props.children}
      <TextAreaField
        label={label}
        name="reason"
        hint={hint}
        autoFocus={props.autoFocus}
        defaultValue={failure?.values["reason"]}
        errors={failure?.errors["reason"]}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant={variant} busy={busy}>
          {button}
        </Button>
        {actions}
      </div>
    </Form>
  );
}

import type { ReactNode } from "react";

import { TextAreaField } from "~/components/ui/field";
import type { FormFailure } from "~/components/ui/form-failure";

export interface KeptReasonProps {
  refused: FormFailure | null;
  /** Who reads it, where that is not the whole desk at once. */
  hint?: ReactNode;
}

/** Why a step is taken that asks for no reason: out of the way until somebody has one. */
export function KeptReason({ refused, hint }: KeptReasonProps) {
  const typed = refused?.values["reason"] ?? "";
  const errors = refused?.errors["reason"];
  return (
    <details open={typed !== "" || errors !== undefined}>
      <summary className="min-h-6 w-fit cursor-pointer rounded-sm text-sm font-medium text-accent">
        Add a reason
      </summary>
      <TextAreaField
        optional="unsaid"
        label="Reason, kept in the trail"
        name="reason"
        rows={2}
        maxLength={2000}
        hint={hint}
        defaultValue={typed}
        errors={errors}
        className="mt-2"
      />
    </details>
  );
}
